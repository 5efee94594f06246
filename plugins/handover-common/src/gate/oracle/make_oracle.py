#!/usr/bin/env python3
"""Makes cases.json: schedules with the occurrences that they should have.

The expected values come from Python's dateutil (recurrence rules) and zoneinfo
(time zones); cron expressions are matched minute by minute. Nothing is shared
with the engine under test.

    python3 make_oracle.py > cases.json

The output is the same each time for the same time zone database. All dates lie
in 2004 to 2022 and all zones are ones whose rules for those years are the same
in the releases 2023a to 2026c of the database, so that it does not matter
which of them this script, Node.js or a browser has.

A case is [schedule, from, to, occurrences, samples]. Times are seconds after
1970-01-01T00:00Z. `occurrences` are [start, length] of those that overlap
[from, to). `samples` are [instant, active, until], where `until` is when the
activity next changes, 0 where that is not before `to`.
"""
import json
import random
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

SEED = 5545
CASES_PER_ZONE = 220
FIRST, LAST = datetime(2004, 1, 1), datetime(2022, 6, 1)
ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Caracas",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Pyongyang",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Chatham",
]
DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1)
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
CRON_RANGES = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)]
CRON_NAMES = {
    3: "jan feb mar apr may jun jul aug sep oct nov dec".split(),
    4: "sun mon tue wed thu fri sat".split(),
}


def to_utc(local, zone):
    """Fold 0: the offset before a gap, the first time of an overlap."""
    aware = local.replace(tzinfo=zone, fold=0).astimezone(timezone.utc)
    return aware.replace(tzinfo=None)


def to_local(utc, zone):
    return utc.replace(tzinfo=timezone.utc).astimezone(zone).replace(tzinfo=None)


def seconds(utc):
    return int((utc - EPOCH).total_seconds())


def transitions(zone):
    """UTC instants at which the offset changes, to the minute."""
    def offset(utc):
        return utc.replace(tzinfo=timezone.utc).astimezone(zone).utcoffset()

    found = []
    day = FIRST
    while day < LAST:
        if offset(day) != offset(day + DAY):
            low, high = day, day + DAY
            while high - low > timedelta(minutes=1):
                middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
                if offset(middle) == offset(low):
                    low = middle
                else:
                    high = middle
            found.append(high)
        day += DAY
    return found


def focus(rng, changes, zone):
    """A local time to look at: mostly one within hours of a change of offset."""
    if changes and rng.random() < 0.8:
        local = to_local(rng.choice(changes), zone)
        local += timedelta(minutes=15 * rng.randint(-12, 12))
    else:
        local = FIRST + timedelta(days=rng.randint(400, 6500))
        local += timedelta(minutes=15 * rng.randint(0, 95))
    return local.replace(second=0) - timedelta(minutes=local.minute % 5)


def duration(rng):
    """ISO 8601 text, whole days, and the exact rest."""
    kind = rng.random()
    if kind < 0.35:
        minutes = rng.choice([15, 30, 60, 90, 120, 240, 480, 720, 1440, 2880])
        hours, rest = divmod(minutes, 60)
        text = "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
        return text, 0, timedelta(minutes=minutes)
    if kind < 0.7:
        days = rng.choice([1, 1, 1, 2, 3, 5])
        return f"P{days}D", days, timedelta(0)
    if kind < 0.8:
        return "P1W", 7, timedelta(0)
    if kind < 0.9:
        return "P1DT2H30M", 1, timedelta(hours=2, minutes=30)
    return "PT45M30S", 0, timedelta(minutes=45, seconds=30)


def span_of(local, days, exact, zone):
    """Days count from the local time as written, even if clocks skip it."""
    start = to_utc(local, zone)
    if not days:
        return start, start + exact
    end = to_utc(local + timedelta(days=days), zone) + exact
    if end <= start:
        # The zone skipped the whole day: count from the time that it became.
        end = to_utc(to_local(start, zone) + timedelta(days=days), zone) + exact
    return start, end


def text_of(local):
    return local.strftime("%Y-%m-%dT%H:%M" + (":%S" if local.second else ""))


def once_case(rng, changes, zone):
    begin = focus(rng, changes, zone)
    if rng.random() < 0.3:
        begin = begin.replace(hour=0, minute=0)
        last = begin + DAY * rng.randint(0, 4)
        written = [begin.strftime("%Y-%m-%d"), last.strftime("%Y-%m-%d")]
        finish = last + DAY
    else:
        finish = begin + timedelta(minutes=15 * rng.randint(1, 400))
        written = [text_of(begin), text_of(finish)]
    start, end = to_utc(begin, zone), to_utc(finish, zone)
    if end <= start:
        return None
    schedule = {"start": written[0], "end": written[1], "timeZone": zone.key}
    return schedule, [(start, end)], begin, 4


def rule_for(rng, local):
    """A rule that has something to do with a local time, and days worth looking at around it."""
    weekday = WEEKDAYS[local.weekday()]
    other = rng.choice(WEEKDAYS)
    nth = (local.day - 1) // 7 + 1
    n = rng.choice([1, 1, 2, 3, 5])
    choices = [
        (f"FREQ=DAILY;INTERVAL={n}", 4 * n),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", 5),
        (f"FREQ=DAILY;BYMONTH={local.month};INTERVAL={n}", 4 * n),
        (f"FREQ=DAILY;BYMONTHDAY={local.day},-1", 40),
        ("FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30", 2),
        (f"FREQ=WEEKLY;INTERVAL={n}", 14 * n),
        (f"FREQ=WEEKLY;BYDAY={weekday},{other};INTERVAL={n}", 10 * n),
        (f"FREQ=WEEKLY;WKST=SU;BYDAY=SU,{weekday};INTERVAL=2", 20),
        (f"FREQ=WEEKLY;BYMONTH={local.month};BYDAY={weekday}", 20),
        (f"FREQ=MONTHLY;INTERVAL={n}", 80 * n),
        (f"FREQ=MONTHLY;BYMONTHDAY={local.day};INTERVAL={n}", 80 * n),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,-2", 60),
        (f"FREQ=MONTHLY;BYDAY={nth}{weekday}", 80),
        (f"FREQ=MONTHLY;BYDAY=-1{weekday},1{other};INTERVAL={n}", 70 * n),
        (f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={rng.choice([1, -1, -2])}", 80),
        (f"FREQ=MONTHLY;BYDAY={weekday};BYHOUR=1,2,{local.hour};BYSETPOS=1,-1", 50),
        (f"FREQ=MONTHLY;BYDAY={weekday};BYMONTHDAY=8,9,10,11,12,13,14", 80),
        ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", 400),
        (f"FREQ=YEARLY;INTERVAL={n}", 800 * n),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", 2000),
        (f"FREQ=YEARLY;BYMONTH={local.month};BYDAY={nth}{weekday}", 900),
        (f"FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU;INTERVAL={n}", 500 * n),
        (f"FREQ=YEARLY;BYYEARDAY=1,{local.timetuple().tm_yday},-1", 400),
        (f"FREQ=YEARLY;BYWEEKNO={local.isocalendar()[1]};BYDAY={weekday}", 800),
        (f"FREQ=YEARLY;BYMONTH={local.month};BYMONTHDAY={local.day}", 900),
        (f"FREQ=YEARLY;BYDAY={rng.randint(1, 52)}{weekday}", 800),
        (f"FREQ=YEARLY;BYMONTH={local.month};BYDAY={weekday};BYSETPOS=-1", 800),
    ]
    return rng.choice(choices)


def recurring_case(rng, changes, zone):
    local = focus(rng, changes, zone)
    rule, around = rule_for(rng, local)
    start = local - DAY * rng.choice([0, 1, 7, 30, 364, 365, 1000, 3000])
    date_only = rng.random() < 0.1
    if date_only:
        start = start.replace(hour=0, minute=0)
    text, days, exact = duration(rng)
    horizon = local + DAY * 4000
    # dateutil takes an interval's day set whole only from a week's first day,
    # and reads BYWEEKNO and dates before 1970 like everybody else.
    starts = rrulestr(rule, dtstart=start)
    bound = rng.random()
    if bound < 0.15:
        count = rng.choice([1, 2, 3, 10, 50])
        rule += f";COUNT={count}"
        starts = rrulestr(rule, dtstart=start)
    instants = None
    if 0.15 <= bound < 0.4:
        until = to_utc(local, zone) + timedelta(minutes=30 * rng.randint(-4, 96))
        if until <= to_utc(start, zone):
            until = to_utc(start, zone) + DAY
        rule += until.strftime(";UNTIL=%Y%m%dT%H%M%SZ")
        instants = until
    floating = []
    for value in starts:
        if value > horizon:
            break
        if instants is None or to_utc(value, zone) <= instants:
            floating.append(value)
    schedule = {
        "start": start.strftime("%Y-%m-%d") if date_only else text_of(start),
        "duration": text,
        "rrule": rule,
        "timeZone": zone.key,
    }
    near = [value for value in floating if abs(value - local) < DAY * 800]
    if near and rng.random() < 0.3:
        gone = rng.choice(near)
        if rng.random() < 0.5:
            schedule["exdates"] = [text_of(gone)]
            floating = [value for value in floating if value != gone]
        else:
            schedule["exdates"] = [gone.strftime("%Y-%m-%d")]
            floating = [value for value in floating if value.date() != gone.date()]
    if rng.random() < 0.2:
        extra = local + DAY * rng.randint(-3, 3)
        if rng.random() < 0.5:
            schedule["rdates"] = [text_of(extra)]
        else:
            schedule["rdates"] = [extra.strftime("%Y-%m-%d")]
            extra = datetime.combine(extra.date(), start.time())
        gone = schedule.get("exdates", [""])[0]
        if gone not in (text_of(extra), extra.strftime("%Y-%m-%d")):
            floating.append(extra)
    occurrences = [span_of(value, days, exact, zone) for value in floating]
    return schedule, occurrences, local, around


def cron_item(rng, index, value):
    """One field that has `value` in it, or none in particular."""
    low, high = CRON_RANGES[index]
    names = CRON_NAMES.get(index)
    shown = names[value - low].upper() if names and rng.random() < 0.4 else str(value)
    upper = rng.randint(value, high)
    return rng.choice(
        [
            shown,
            shown,
            f"{value}-{upper}",
            f"{low}-{value}",
            f"{value}/{rng.randint(2, 9)}",
            f"{low}-{high}/{rng.choice([2, 3, 5])}",
            f"{shown},{rng.randint(low, high)}",
        ]
    )


def cron_field_values(text, index):
    """The values of a field, and whether it leaves all of them free."""
    low, high = CRON_RANGES[index]
    names = CRON_NAMES.get(index, [])

    def number(item):
        return names.index(item.lower()) + low if item.lower() in names else int(item)

    values, free = set(), False
    for item in text.split(","):
        body, _, step = item.partition("/")
        first, _, last = body.partition("-")
        if body in ("*", "?"):
            begin, end = low, high
            free = free or step in ("", "1")
        else:
            begin = number(first)
            end = number(last) if last else (high if step else begin)
        values.update(range(begin, end + 1, int(step or 1)))
    return values, free


def cron_case(rng, changes, zone):
    local = focus(rng, changes, zone)
    fields = [
        cron_item(rng, 0, local.minute) if rng.random() < 0.5 else str(local.minute),
        cron_item(rng, 1, local.hour) if rng.random() < 0.4 else str(local.hour),
        "*",
        "*",
        "*",
    ]
    weekday = local.isoweekday() % 7
    style = rng.random()
    if style < 0.25:
        fields[2] = cron_item(rng, 2, local.day)
    elif style < 0.5:
        fields[4] = cron_item(rng, 4, weekday)
    elif style < 0.65:
        fields[2] = cron_item(rng, 2, local.day)
        fields[4] = cron_item(rng, 4, rng.randint(0, 6))
    elif style < 0.75:
        fields[2], fields[4] = rng.choice(["*/2", "?", "*"]), str(weekday)
    if rng.random() < 0.25:
        fields[3] = cron_item(rng, 3, local.month)
    sets = [cron_field_values(text, index) for index, text in enumerate(fields)]
    minutes, hours, days, months, weekdays = [values for values, _ in sets]
    either = not sets[2][1] and not sets[4][1]
    text, whole, exact = duration(rng)
    begun = []
    minute = datetime.combine((local - DAY * 22).date(), datetime.min.time())
    while minute < local + DAY * 22:
        by_day = minute.day in days
        by_weekday = minute.isoweekday() % 7 in weekdays
        if minute.month in months and (
            (by_day or by_weekday) if either else (by_day and by_weekday)
        ):
            for hour in sorted(hours):
                for value in sorted(minutes):
                    begun.append(minute.replace(hour=hour, minute=value))
        minute += DAY
    schedule = {"cron": " ".join(fields), "duration": text, "timeZone": zone.key}
    occurrences = [span_of(value, whole, exact, zone) for value in begun]
    per_day = max(1, len(hours) * len(minutes))
    return schedule, occurrences, local, 10 if per_day == 1 else max(1, 6 // per_day)


def coverage(occurrences):
    merged = []
    for start, end in occurrences:
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


def case(rng, changes, zone):
    make = rng.choice([once_case, recurring_case, recurring_case, recurring_case, cron_case, cron_case])
    made = make(rng, changes, zone)
    if made is None:
        return None
    schedule, occurrences, local, around = made
    occurrences = sorted(set(occurrences))
    middle = to_utc(local, zone)
    begin, finish = middle - DAY * around, middle + DAY * around
    found = [item for item in occurrences if item[0] < finish and item[1] > begin]
    if len(found) > 24:
        finish = found[24][0]
        found = [item for item in found if item[0] < finish]
    if finish <= begin:
        return None
    instants = {begin, middle, finish - timedelta(seconds=1)}
    for start, end in rng.sample(found, min(2, len(found))):
        instants.update([start, start - timedelta(seconds=1), end, end - timedelta(seconds=1)])
    merged = coverage(found)
    samples = []
    for instant in sorted(value for value in instants if begin <= value < finish):
        active = any(start <= instant < end for start, end in found)
        edges = [edge for span in merged for edge in span if edge > instant]
        until = min(edges, default=finish)
        samples.append([seconds(instant), int(active), seconds(until) if until < finish else 0])
    spans = [[seconds(start), seconds(end) - seconds(start)] for start, end in found]
    return [schedule, seconds(begin), seconds(finish), spans, samples]


def main():
    rng = random.Random(SEED)
    cases = []
    for key in ZONES:
        zone = ZoneInfo(key)
        changes = transitions(zone)
        made = 0
        while made < CASES_PER_ZONE:
            item = case(rng, changes, zone)
            if item is not None:
                cases.append(item)
                made += 1
    sys.stdout.write("[\n")
    sys.stdout.write(
        ",\n".join(json.dumps(item, separators=(",", ":")) for item in cases)
    )
    sys.stdout.write("\n]\n")


if __name__ == "__main__":
    main()
