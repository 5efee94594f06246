#!/usr/bin/env python3
"""Makes rules.json: recurrence rules with the starts that they should have.

    python3 make_rules.py > rules.json

There are rules for every frequency with every combination of BY... parts that
RFC 5545 allows for it, in local time without a zone. The expected values come
from Python's dateutil, except where dateutil itself is doubtful:

- BYWEEKNO. dateutil works through calendar years. It loses days where the last
  week of a year reaches into the next (dateutil issue 1537), takes the wrong
  week for some WKST, and lets INTERVAL skip one part of such a week. RFC 5545
  defines a week number as that of a week of the year, so a week belongs to one
  year as a whole. These rules are computed here by arithmetic, which is compared with
  date.isocalendar() for weeks that begin on Monday.
- The first period. dateutil begins a weekly set at DTSTART rather than at the
  beginning of the week, so BYSETPOS counts from the wrong place. The rule is
  given to dateutil from the beginning of the period that DTSTART lies in, and
  what is before DTSTART is dropped.

A case is [rule, start, from, to, starts]. Times are minutes after
1970-01-01T00:00. The output is the same each time.
"""
import datetime as datetime_module
import functools
import itertools
import json
import random
import sys
from datetime import date, datetime, timedelta

import dateutil.rrule
from dateutil.rrule import rrulestr

SEED = 33310
EPOCH = datetime(1970, 1, 1)
DAY = timedelta(days=1)
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MOST_STARTS = 10
PARTS = {
    "DAILY": ["BYMONTH", "BYMONTHDAY", "BYDAY"],
    "WEEKLY": ["BYMONTH", "BYDAY"],
    "MONTHLY": ["BYMONTH", "BYMONTHDAY", "BYDAY", "BYNDAY"],
    "YEARLY": ["BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYNDAY"],
}
# How many rules of each combination.
ROUNDS = {"DAILY": 22, "WEEKLY": 60, "MONTHLY": 14, "YEARLY": 14}


class UntilYear:
    """The datetime module with an end of time that dateutil reaches soon.

    dateutil looks for a first occurrence up to MAXYEAR, whatever UNTIL says.
    """

    MAXYEAR = 2060

    def __getattr__(self, name):
        return getattr(datetime_module, name)


dateutil.rrule.datetime = UntilYear()


def combinations(frequency):
    parts = PARTS[frequency]
    for size in range(len(parts) + 1):
        for chosen in itertools.combinations(parts, size):
            if "BYDAY" in chosen and "BYNDAY" in chosen:
                continue
            if "BYWEEKNO" in chosen and "BYNDAY" in chosen:
                continue
            for setpos in (False, True):
                if not setpos or chosen:
                    yield chosen, setpos


def values(rng, part, frequency, chosen):
    """Values that are often met together: a rule that never occurs shows little."""
    if part == "BYMONTH":
        return sorted(rng.sample(range(1, 13), rng.choice([1, 2, 5])))
    if part == "BYWEEKNO":
        pool = [1, 1, 2, 9, 20, 52, 52, 53, 53, -1, -1, -2, -53]
        if "BYMONTH" in chosen:
            pool = list(range(1, 54))
        return sorted(set(rng.sample(pool, rng.choice([1, 2, 4]))))
    if part == "BYYEARDAY":
        pool = [1, 2, 31, 60, 100, 200, 365, 366, -1, -2, -100, -365, -366]
        if len(chosen) > 1:
            pool = list(range(1, 367)) + list(range(-366, 0))
            return sorted(rng.sample(pool, 40))
        return sorted(set(rng.sample(pool, rng.choice([1, 2, 4]))))
    if part == "BYMONTHDAY":
        pool = list(range(1, 32)) + list(range(-31, 0))
        return sorted(set(rng.sample(pool, rng.choice([1, 2, 6, 12]))))
    if part == "BYDAY":
        return rng.sample(WEEKDAYS, rng.choice([1, 2, 5, 7]))
    largest = 5 if frequency == "MONTHLY" or "BYMONTH" in chosen else 53
    return [
        f"{rng.choice([-1, 1]) * rng.randint(1, largest)}{day}"
        for day in rng.sample(WEEKDAYS, rng.choice([1, 2, 5]))
    ]


@functools.cache
def weeks_in(year, week_start):
    """How many weeks a year has that begin on week_start."""
    day = date(year, 12, 31)
    while week_of(day, week_start)[0] != year:
        day -= DAY
    return week_of(day, week_start)[1]


@functools.cache
def week_of(day, week_start):
    """(year, number) of the week of a day, if weeks begin on week_start."""
    # The fourth day of a week decides which year it belongs to.
    fourth = day - DAY * ((day.weekday() - week_start) % 7) + 3 * DAY
    week = (fourth.year, (fourth.timetuple().tm_yday - 1) // 7 + 1)
    assert week_start != 0 or day.isocalendar()[:2] == week
    return week


def month_length(day):
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - DAY).day


def starts_by_week(parts, start, end):
    """Starts of a yearly rule with BYWEEKNO, day by day."""
    week_start = WEEKDAYS.index(parts["WKST"])
    origin = week_of(start.date(), week_start)[0]
    weekdays = parts.get("BYDAY")
    if not any(part in parts for part in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")):
        weekdays = [WEEKDAYS[start.weekday()]]
    hours = parts.get("BYHOUR", [start.hour])
    sets = {}
    day = start.date() - 400 * DAY
    while day <= end.date() + 400 * DAY:
        year, number = week_of(day, week_start)
        weeks = weeks_in(year, week_start)
        year_day = day.timetuple().tm_yday
        year_length = 365 + (month_length(date(day.year, 2, 1)) == 29)
        selected = (
            (year - origin) % parts["INTERVAL"] == 0
            and (number in parts["BYWEEKNO"] or number - weeks - 1 in parts["BYWEEKNO"])
            and ("BYMONTH" not in parts or day.month in parts["BYMONTH"])
            and (
                "BYYEARDAY" not in parts
                or year_day in parts["BYYEARDAY"]
                or year_day - year_length - 1 in parts["BYYEARDAY"]
            )
            and (
                "BYMONTHDAY" not in parts
                or day.day in parts["BYMONTHDAY"]
                or day.day - month_length(day) - 1 in parts["BYMONTHDAY"]
            )
            and (weekdays is None or WEEKDAYS[day.weekday()] in weekdays)
        )
        if selected:
            for hour in sorted(hours):
                moment = datetime(day.year, day.month, day.day, hour, start.minute)
                sets.setdefault(year, []).append(moment)
        day += DAY
    found = []
    for year in sorted(sets):
        members = sets[year]
        if "BYSETPOS" in parts:
            size = len(members)
            indexes = {p - 1 if p > 0 else size + p for p in parts["BYSETPOS"]}
            members = [members[i] for i in sorted(indexes) if 0 <= i < size]
        found += members
    return [value for value in found if start <= value < end]


def beginning_of_period(frequency, week_start, start):
    midnight = start.replace(hour=0, minute=0)
    if frequency == "WEEKLY":
        return midnight - DAY * ((start.weekday() - week_start) % 7)
    if frequency == "MONTHLY":
        return midnight.replace(day=1)
    if frequency == "YEARLY":
        return midnight.replace(month=1, day=1)
    return midnight


def text_of(parts):
    return ";".join(
        f"{name}={','.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in parts.items()
    )


def starts_by_dateutil(parts, start, end):
    explicit = dict(parts)
    explicit.setdefault("BYHOUR", [start.hour])
    explicit["BYMINUTE"] = [start.minute]
    explicit["BYSECOND"] = [0]
    frequency = parts["FREQ"]
    if not any(part in parts for part in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")):
        if frequency == "WEEKLY":
            explicit["BYDAY"] = [WEEKDAYS[start.weekday()]]
        if frequency in ("MONTHLY", "YEARLY"):
            explicit["BYMONTHDAY"] = [start.day]
        if frequency == "YEARLY" and "BYMONTH" not in parts:
            explicit["BYMONTH"] = [start.month]
    explicit["UNTIL"] = end.strftime("%Y%m%dT%H%M%S")
    begin = beginning_of_period(frequency, WEEKDAYS.index(parts["WKST"]), start)
    rule = rrulestr(text_of(explicit), dtstart=begin)
    return [value for value in rule if start <= value < end]


def case(rng, frequency, chosen, setpos):
    parts = {
        "FREQ": frequency,
        "INTERVAL": rng.choice([1, 1, 1, 2, 3]),
        "WKST": rng.choice(["MO", "MO", "SU", "SA", "WE"]),
    }
    for part in chosen:
        name = "BYDAY" if part == "BYNDAY" else part
        parts[name] = values(rng, part, frequency, chosen)
    if rng.random() < 0.3:
        parts["BYHOUR"] = sorted(rng.sample(range(24), rng.choice([1, 2, 3])))
    if setpos:
        pool = [1, 1, 2, 3, 5, -1, -1, -2, -4]
        parts["BYSETPOS"] = sorted(set(rng.sample(pool, rng.choice([1, 1, 2]))))
    day = date(2004, 1, 1) + DAY * rng.randint(0, 6500)
    if rng.random() < 0.25:
        # Around the turn of a year.
        day = date(rng.randint(2005, 2021), 1, 1) + DAY * rng.randint(-6, 6)
    start = datetime(day.year, day.month, day.day, rng.choice([0, 9, 23]), rng.choice([0, 30]))
    years = {"DAILY": 1, "WEEKLY": 3, "MONTHLY": 8, "YEARLY": 12}[frequency]
    end = start + DAY * 365 * years * parts["INTERVAL"]
    compute = starts_by_week if "BYWEEKNO" in parts else starts_by_dateutil
    found = compute(parts, start, end)
    begin = start
    if found and rng.random() < 0.5:
        begin = rng.choice(found)
        found = [value for value in found if value >= begin]
    if len(found) > MOST_STARTS:
        end = found[MOST_STARTS]
        found = found[:MOST_STARTS]
    minutes = lambda value: int((value - EPOCH).total_seconds()) // 60
    written = {k: v for k, v in parts.items() if (k, v) not in (("INTERVAL", 1), ("WKST", "MO"))}
    return [
        text_of(written),
        minutes(start),
        minutes(begin),
        minutes(end),
        [minutes(value) for value in found],
    ]


def main():
    rng = random.Random(SEED)
    cases = []
    for frequency in PARTS:
        for chosen, setpos in combinations(frequency):
            made = tries = 0
            while made < ROUNDS[frequency]:
                item = case(rng, frequency, chosen, setpos)
                tries += 1
                # Some combinations rarely occur at all: keep a few that do not.
                if item[4] or rng.random() < 0.05 or tries > 20:
                    cases.append(item)
                    made += 1
    sys.stdout.write("[\n")
    sys.stdout.write(",\n".join(json.dumps(item, separators=(",", ":")) for item in cases))
    sys.stdout.write("\n]\n")


if __name__ == "__main__":
    main()
