"""The national forecast over vectors of draws in NumPy, beside which the library is timed.

    python3 national.py loops|factorised STRUCTURE DRAWS ANSWERS

Reads what was screened and counted (JSON) and the draws of every input (64-bit floats, a row to an input); writes the
draws of the indicative value and of starts; prints what the sums took, in milliseconds, without reading and writing.
Every operation is elementwise, a ufunc over one vector, for which NumPy uses one core and no BLAS.
"""

import json
import sys
import time

import numpy


class Inputs:
    """The draws of the inputs by path; of what differs by a word, the row of that word."""

    def __init__(self, paths, rows):
        self.rows = dict(zip(paths, rows))

    def rate(self, path, word=None):
        for one in (path, f"{path}.values.{word}", f"{path}.otherwise"):
            if one in self.rows:
                return self.rows[one]
        raise KeyError(f"{path} of {word}")


def mix_of(inputs, path):
    low, medium = inputs.rate(f"{path}.low"), inputs.rate(f"{path}.medium")
    return {"low": low, "medium": medium, "high": 1 - (low + medium)}


def unit_cost_of(inputs, service, level):
    def one(name):
        return inputs.rate(f"{service}.unitCost.{name}", level)

    on_referrals = one("referralHours") / inputs.rate(f"{service}.startRate", level)
    on_completions = one("completionHours") * inputs.rate(f"{service}.completionRate", level)
    hours = one("contactHours") + one("otherHours") + on_referrals + on_completions
    pay = one("salary") + one("salary") * one("onCostPerPound")
    direct = hours * (pay / one("productiveHours")) + one("otherDirectCost")
    cost = direct + direct * one("overheadPerPound")
    return cost + cost * one("surplusPerPound")


def ramp_of(inputs, service, year):
    """The mean of a year's twelve months: each at its growth, or whole once the plateau is reached."""
    profile = f"{service}.rampUp.profile"
    first = inputs.rate(f"{profile}.firstMonthShare")
    rest = 1 - first
    total = year["monthsAtPlateau"]
    for month in year["months"]:
        growth = first + rest * inputs.rate(f"{profile}.months.{month['month']}")
        total = total + (growth if month["part"] == 1 else growth * month["part"])
    return total / 12


def loops(inputs, structure):
    """Row by row: every lot, area, service, level and year, as the model is read aloud."""
    years = structure["years"]
    value = starts = 0
    ramps, costs, mixes = {}, {}, {}
    for name in structure["services"]:
        service = f"services.{name}"
        mixes[name] = mix_of(inputs, f"{service}.complexityMix")
        ramps[name] = [ramp_of(inputs, service, year) for year in years]
        for level in structure["levels"]:
            costs[name, level] = unit_cost_of(inputs, service, level)
    for row in structure["rows"]:
        service = f"services.{row['service']}"
        take_up = inputs.rate(f"{service}.takeUpShare")
        per_person = inputs.rate(f"{service}.referralsPerPerson")
        for level in structure["levels"]:
            share = mixes[row["service"]][level]
            start_rate = inputs.rate(f"{service}.startRate", level)
            unit_cost = costs[row["service"], level]
            in_need = 0
            for need in row["groups"]:
                in_year = 0
                for stage, people in need.items():
                    in_year = in_year + people * share * inputs.rate("turnover", stage)
                # All the stages of a group have one need share.
                in_need = in_need + in_year * inputs.rate(f"{service}.needShare", stage)
            referrals = in_need * take_up * per_person
            for year, ramp in zip(years, ramps[row["service"]]):
                made = referrals if year["openShare"] == 1 else referrals * year["openShare"]
                capacity = referrals * ramp
                started = numpy.minimum(made, capacity) * start_rate
                starts = starts + started
                value = value + started * unit_cost
    return value, starts


def factorised(inputs, structure):
    """By service: people are added up first, and what all levels and years share is worked out once."""
    value = starts = 0
    for name, groups in structure["services"].items():
        service = f"services.{name}"
        in_need = 0
        for need in groups:
            in_year = 0
            for stage, people in need.items():
                in_year = in_year + people * inputs.rate("turnover", stage)
            in_need = in_need + in_year * inputs.rate(f"{service}.needShare", stage)
        referrals = in_need * inputs.rate(f"{service}.takeUpShare") * inputs.rate(f"{service}.referralsPerPerson")
        delivered = 0
        for year in structure["years"]:
            delivered = delivered + numpy.minimum(year["openShare"], ramp_of(inputs, service, year))
        started = value_each = 0
        for level, share in mix_of(inputs, f"{service}.complexityMix").items():
            rate = share * inputs.rate(f"{service}.startRate", level)
            started = started + rate
            value_each = value_each + rate * unit_cost_of(inputs, service, level)
        delivered = delivered * referrals
        starts = starts + delivered * started
        value = value + delivered * value_each
    return value, starts


def main(way, structure_path, draws_path, answers_path):
    with open(structure_path, encoding="utf-8") as file:
        structure = json.load(file)
    rows = numpy.fromfile(draws_path).reshape(len(structure["inputs"]), -1)
    inputs = Inputs(structure["inputs"], rows)
    sums = {"loops": loops, "factorised": factorised}[way]
    sums(inputs, structure)
    start = time.perf_counter()
    answers = sums(inputs, structure)
    took = time.perf_counter() - start
    numpy.stack(answers).tofile(answers_path)
    print(took * 1000)


main(*sys.argv[1:])
