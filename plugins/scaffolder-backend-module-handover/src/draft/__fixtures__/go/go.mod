module gitlab.com/money/rates/v2

go 1.23.4

require github.com/jackc/pgx/v5 v5.7.1
