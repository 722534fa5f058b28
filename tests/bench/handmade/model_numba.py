"""The model of ``soziale-arbeit-2030`` as an experienced modeller would write it by hand for numba.

One compiled loop over the runs, everything of a run in registers; the yardstick for ensembles with numba.
See ``model.py`` beside it. The constants that an ensemble samples come in as rows, the others are compiled in.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from math import exp, sqrt
from typing import Any

import numpy as np
from model import END, ENDANGERMENT, NOW, PARAMETERS, START, STEPS, UNEMPLOYED
from numba import njit, prange
from numba.np.unsafe.ndarray import to_fixed_tuple

DT = 1 / STEPS
UNEMPLOYED, ENDANGERMENT = np.array(UNEMPLOYED), np.array(ENDANGERMENT)

# levers: names, and what each option of each decision adds to them
NAMES = tuple(PARAMETERS["levers"])
LEVERS = len(NAMES)
Levers = namedtuple("Levers", NAMES)  # noqa: PYI024 - numba wants the plain kind
LOW, DEFAULTS, HIGH = np.array(list(PARAMETERS["levers"].values()), dtype=np.float64).T.copy()
DECIDED = np.array([decision["year"] for decision in PARAMETERS["decisions"].values()])
CHANGES = np.array(
    [
        [[float(changes.get(name, 0.0)) for name in NAMES] for changes in decision["options"].values()]
        for decision in PARAMETERS["decisions"].values()
    ]
)


def loops(sampled: Sequence[str]) -> dict[bool, Any]:
    """The loop, serial (False) and parallel (True), for the constants that are sampled.

    Each is called with levers (names x runs), choices (decisions x runs), the sampled constants (names x
    runs) and the array that takes the means: indicators x years x runs.
    """
    Constants = namedtuple("Constants", sampled)  # noqa: PYI024 - as above
    figures = PARAMETERS["constants"]
    fixed = {name: value for name, value in figures.items() if name not in sampled}
    F = namedtuple("Fixed", fixed)(**fixed)  # noqa: N806, PYI024 - as above; a constant of the loop
    count = len(sampled)
    compiled = njit(error_model="numpy", nogil=True)

    @compiled
    def one(levers, choices, c, out, r):
        # constants that are read every month
        expansion_now, expansion_fade = c.expansion_now, F.expansion_fade
        expansion_gain = F.expansion_then - expansion_now
        base_year, fewer_children, all_day = F.base_year, c.fewer_children, c.all_day_expansion
        weight_pull, usual_weight = c.weight_pull, F.usual_weight
        posts_per_person, a_person = F.posts_per_person, F.a_person
        matching_time, reporting_rate = c.matching_time, c.reporting_rate
        shortage_to_pay, usual_open_share = c.shortage_to_pay, F.usual_open_share
        exhaustion_to_leaving, usual_exhausted = c.exhaustion_to_leaving, F.usual_exhausted
        fairness_to_leaving, usual_fairness = c.fairness_to_leaving, F.usual_fairness
        pay_to_leaving, pride_to_leaving = c.pay_to_leaving, c.pride_to_leaving
        base_leaving, newcomers_base = c.base_leaving, c.base_leaving * c.early_exit
        induction_to_staying, usual_coaching = c.induction_to_staying, F.usual_coaching
        retirement_base = c.retirement_base
        retirement_gain = c.retirement_peak - retirement_base
        boomer_start, boomer_span = F.boomer_start, c.boomer_span
        maturing_years, stay_in_field = c.maturing_years, c.stay_in_field
        enrolment, weight_to_enrolment = c.enrolment_2015, c.weight_to_enrolment
        entering_share, recognition, return_years = c.entering_share, c.recognition, c.return_years
        outsider_rate, outsider_floor = c.outsider_rate, c.outsider_floor
        usual_changers, pay_to_entry, patience = F.usual_changers, c.pay_to_entry, c.patience_of_seekers
        office_growth, cap_response = c.office_growth, c.cap_response
        office_spread, saturation, filling_years = c.office_spread, c.spread_saturation, c.filling_years
        agency_worth, requests_2015, endangerment_2015 = c.agency_worth, c.requests_2015, F.endangerment_2015
        demand_exponent, avoidance = c.demand_exponent, c.avoidance
        duty_share, cap_softness, quick_wait = c.duty_share, c.cap_softness, c.quick_wait
        case_years, usual_direct = c.case_years, c.usual_direct_time
        patience_of_families, usual_trust = c.patience_of_families, F.usual_trust
        hidden_years, crisis_share, hidden_2015 = c.hidden_years, c.crisis_share, F.hidden_2015
        assessments_per_case, hidden_exponent = F.assessments_per_case, c.hidden_to_assessments
        sick_base, sick_slope = c.sick_base, c.sick_slope
        coaching_hours, changer_coaching = c.coaching_hours, c.changer_coaching
        query_hours, rewriting_hours = c.query_hours, c.rewriting_hours
        file_hours, repair_hours = c.file_hours, c.repair_hours
        direct_share, direct_floor = c.direct_share, c.direct_floor
        understood_floor, understood_gain = c.understood_floor, c.understood_gain
        practice_years, mistakes_to_messages = c.practice_years, c.mistakes_to_messages
        many_messages, usual_fragments = c.many_messages, F.usual_fragments
        fragments_to_mistakes, exhaustion_to_mistakes = c.fragments_to_mistakes, c.exhaustion_to_mistakes
        changers_to_mistakes, knowledge_to_mistakes = c.changers_to_mistakes, c.knowledge_to_mistakes
        usual_know_how, mentor_share, learning_rate = F.usual_know_how, F.mentor_share, c.learning_rate
        knowledge_carried, usual_caseload = c.knowledge_carried, F.usual_caseload
        load_to_exhaustion, nights_to_exhaustion = c.load_to_exhaustion, c.nights_to_exhaustion
        gaps_to_exhaustion, exhausting_rate = c.gaps_to_exhaustion, c.exhausting_rate
        recovery_rate, talk_to_recovery = c.recovery_rate, c.talk_to_recovery
        reassigning, months_per_year, usual_months = c.reassigning, F.months_per_year, c.usual_months
        trust_building, trust_losing, usual_weeks = c.trust_building, c.trust_losing, c.usual_weeks
        voice_rate, weight_fading = c.voice_rate, c.weight_fading
        cost_growth, cost_per_person, wage_part = c.cost_growth, F.cost_per_person, c.wage_part
        office_cost = F.asd_persons * c.asd_cost / F.office_posts_2015
        crisis_cost, euros_per_billion = c.crisis_cost, F.euros_per_billion
        quickest = F.weeks_per_year * quick_wait
        stage = F.training_years / 3

        # stocks
        now = DEFAULTS.copy()
        first = lever = Levers(*to_fixed_tuple(now, LEVERS))
        posts, newcomers, experienced = F.posts_2015, F.newcomers_2015, F.experienced_2015
        seekers, office_posts, active = F.seekers_2015, F.office_posts_2015, F.cases_2015
        waiting, hidden, exhausted = requests_2015 * quick_wait, hidden_2015, F.exhausted_2015
        know_how, trust, weight = F.know_how_2015, F.trust_2015, F.weight_2015
        routine = first.plain_letters / 100
        # delays, each at rest at the start
        budget_step, extra_places = first.budget_growth / 100, first.study_places / 100
        changer_share, cap_pressure, mistakes = first.career_changers / 100, 0.0, 1.0
        coaching_base = first.induction_hours / (first.induction_hours + c.half_induction)
        fairness = (0.7 * first.team_voice + 0.3 * first.reliable_hours) / 100
        voice = first.public_voice / (first.public_voice + c.half_voice)
        open_places = max(posts / posts_per_person - newcomers - experienced, a_person)
        gap = max(open_places * posts_per_person / posts - usual_open_share, 0.0)
        pay = first.pay_supplement / 100 + shortage_to_pay * gap
        enrolling = enrolment * (1 + extra_places) * (1 + weight_to_enrolment * (weight - usual_weight))
        pupils_1 = pupils_2 = pupils_3 = enrolling * stage

        i = 0
        for year in range(START, END):
            if year == NOW + 1:
                now[:] = levers[:, r]
            if year > NOW:
                for d in range(len(DECIDED)):
                    if year == DECIDED[d]:
                        now = np.minimum(np.maximum(now + CHANGES[d, choices[d, r]], LOW), HIGH)
                lever = Levers(*to_fixed_tuple(now, LEVERS))
            cap, agency, reach = lever.case_cap, lever.agency_share, lever.reachability
            limit = min(cap, c.natural_limit)
            budget_aim, places_aim = lever.budget_growth / 100, lever.study_places / 100
            changer_aim, pay_aim = lever.career_changers / 100, lever.pay_supplement / 100
            plain = lever.plain_letters / 100
            coaching_aim = lever.induction_hours / (lever.induction_hours + c.half_induction)
            fairness_aim = (0.7 * lever.team_voice + 0.3 * lever.reliable_hours) / 100
            voice_aim = lever.public_voice / (lever.public_voice + c.half_voice)
            drift = c.agency_to_leaving * (agency - 3) / 100
            rested = c.rest_to_recovery * (lever.reliable_hours - 15) / 100
            hours_agreed = F.contract_hours - c.short_week_cut * lever.reliable_hours / 100
            hours_for_team = (lever.induction_hours + lever.public_voice) / F.weeks_per_month
            hours_for_team += c.meeting_hours * lever.team_voice / 100
            messages_base = reach * c.messages_per_hour
            evening_gap = 0.5 - reach / (reach + F.usual_reachability)
            comfort, alarms = exp(c.call_comfort * evening_gap), exp(c.calls_to_crises * evening_gap)
            agency_moves = reassigning + c.agency_changes * agency / 100
            agency_loss = agency / 100 / maturing_years
            agency_price = c.agency_premium * (agency - 3) / 100
            half = c.half_induction
            induction_price = 1 + c.induction_cost * (lever.induction_hours - half / 2) / half
            s_caseload = s_exhaustion = s_turnover = s_vacancies = s_staff = s_direct = 0.0
            s_months = s_trust = s_weeks = s_standing = s_assessments = s_spending = 0.0
            for _ in range(STEPS):
                t = START + i / STEPS
                staff = newcomers + experienced
                open_places = max(posts / posts_per_person - staff, a_person)
                open_share = open_places * posts_per_person / posts
                vacancies = open_places * posts_per_person * reporting_rate
                hires = open_places * seekers / (open_places + max(seekers, a_person)) / matching_time
                surplus = weight - usual_weight
                bonus = weight_pull * surplus
                expansion = expansion_now + expansion_gain * exp((base_year - t) / expansion_fade)
                if t > 2025 - 1e-9:
                    expansion -= fewer_children
                if 2026.5 - 1e-9 < t <= 2030.5 - 1e-9:
                    expansion += all_day
                posts_created = posts * (expansion + budget_step + bonus)

                # who leaves, who learns
                coaching = coaching_base * min(max(experienced / staff / mentor_share, 0.7), 1.2)
                coaching *= sqrt(know_how / usual_know_how)
                pull = exp(
                    exhaustion_to_leaving * (exhausted - usual_exhausted)
                    - fairness_to_leaving * (fairness - usual_fairness)
                    - pay_to_leaving * pay
                    - pride_to_leaving * surplus
                    + drift
                )
                old_leave = experienced * base_leaving * pull
                new_leave = newcomers * newcomers_base * pull * exp(-induction_to_staying * (coaching - usual_coaching))
                leave = old_leave + new_leave
                leaving_rate = leave / staff
                wave = min(max((t - boomer_start) / boomer_span, 0.0), 1.0)
                retiring = experienced * (retirement_base + retirement_gain * wave)
                maturing = newcomers / maturing_years * (0.8 + 0.2 * coaching / usual_coaching)
                enrolling = enrolment * (1 + extra_places) * (1 + weight_to_enrolment * surplus)
                out_1, out_2, out_3 = pupils_1 / stage, pupils_2 / stage, pupils_3 / stage
                outsiders = staff * outsider_rate * exp(pay_to_entry * pay + surplus)
                outsiders *= outsider_floor + (1 - outsider_floor) * changer_share / usual_changers
                found = stay_in_field * leave + entering_share * out_3 + recognition * max(extra_places, 0.0)
                found += UNEMPLOYED[i] / return_years + outsiders

                # the office
                growth = office_growth + budget_step + bonus + cap_response * cap_pressure
                spread = office_spread * open_share / (1 + saturation * open_share)
                vacant = 100 * min(max(spread + filling_years * growth, 0.0), 0.6)
                staffed = office_posts * (1 - vacant / 100 + agency_worth * min(agency, vacant) / 100)
                caseload = active / staffed
                demand = requests_2015 * (ENDANGERMENT[i] / endangerment_2015) ** demand_exponent
                away = demand * avoidance * (1 - trust)
                admission = duty_share + (1 - duty_share) / (1 + exp((caseload - limit) / cap_softness))
                opening = waiting * admission / quick_wait
                giving_up = waiting / patience_of_families * (usual_trust / trust) ** 2
                weeks = quickest / admission
                surfacing = hidden / hidden_years
                burden = hidden / hidden_2015 * requests_2015 / demand
                assessments = ENDANGERMENT[i] * assessments_per_case * burden**hidden_exponent * alarms

                # the week
                present = hours_agreed * (1 - sick_base - sick_slope * (exhausted - usual_exhausted))
                guiding = coaching_hours * (1 + changer_coaching * changer_share) * min(newcomers / experienced, 3.0)
                understood = understood_floor + understood_gain * routine
                letters = query_hours * (1 - understood) + rewriting_hours * max(plain - routine, 0.0)
                files = file_hours * caseload + repair_hours * mistakes
                left = present - hours_for_team - guiding - letters - files
                direct = max(direct_share * left, direct_floor)
                ease = direct / usual_direct
                closing = active / case_years * sqrt(ease) / mistakes**0.25

                # evenings, knowledge, exhaustion
                messages = messages_base * (1 + mistakes_to_messages * (mistakes - 1))
                fragments = messages / (messages + many_messages)
                mistakes_aim = exp(
                    fragments_to_mistakes * (fragments - usual_fragments)
                    + exhaustion_to_mistakes * (exhausted - usual_exhausted)
                    + changers_to_mistakes * (changer_share - usual_changers)
                    - knowledge_to_mistakes * (know_how - usual_know_how)
                )
                turnover = leaving_rate + retiring / staff
                learning = (1 - know_how) * learning_rate * (0.4 + 0.6 * coaching / usual_coaching)
                forgetting = know_how * (knowledge_carried * turnover + agency_loss)
                strain = exp(
                    load_to_exhaustion * (caseload / usual_caseload - 1)
                    + nights_to_exhaustion * (fragments - usual_fragments)
                    + gaps_to_exhaustion * (vacant - 10) / 100
                )
                recovering = exhausted * recovery_rate * exp(rested + talk_to_recovery * (coaching - usual_coaching))

                # trust and weight
                months = months_per_year / (turnover + agency_moves)
                gaining = (1 - trust) * trust_building * sqrt(months / usual_months) * ease**0.4 * (0.6 + understood)
                losing = trust * trust_losing * (weeks / usual_weeks) ** 0.35 * sqrt(mistakes) * comfort
                good_work = (trust / usual_trust) ** 0.7 * ease**0.3

                # money
                prices = exp(cost_growth * (t - base_year))
                wages = staff * cost_per_person * (induction_price + wage_part * (pay + agency_price))
                spending = prices * (wages + office_cost * office_posts + assessments * crisis_cost) / euros_per_billion

                s_caseload += caseload
                s_exhaustion += exhausted
                s_turnover += leaving_rate
                s_vacancies += vacancies
                s_staff += staff
                s_direct += direct
                s_months += months
                s_trust += trust
                s_weeks += weeks
                s_standing += weight
                s_assessments += assessments
                s_spending += spending

                # a month passes
                pay_entering = pay_aim + shortage_to_pay * max(open_share - usual_open_share, 0.0)
                excess = min(max(caseload / cap - 1, 0.0), 1.0)
                posts += DT * posts_created
                newcomers += DT * (hires - maturing - new_leave)
                experienced += DT * (maturing - old_leave - retiring)
                seekers += DT * (found - hires - seekers / patience)
                office_posts += DT * office_posts * growth
                active += DT * (opening - closing)
                waiting += DT * (demand - away + crisis_share * surfacing - opening - giving_up)
                hidden += DT * (away + giving_up - surfacing)
                weight += DT * ((1 - weight) * voice_rate * voice * good_work - weight * weight_fading)
                exhausted += DT * ((1 - exhausted) * exhausting_rate * strain - recovering)
                know_how += DT * (learning - forgetting)
                trust += DT * (gaining - losing)
                routine += DT * (plain * min(max(ease, 0.6), 1.0) - routine) / practice_years
                budget_step += DT * (budget_aim - budget_step) / c.budget_delay
                extra_places += DT * (places_aim - extra_places) / c.places_delay
                changer_share += DT * (changer_aim - changer_share) / c.changer_delay
                cap_pressure += DT * (excess - cap_pressure) / c.cap_delay
                mistakes += DT * (mistakes_aim - mistakes) / c.mistakes_delay
                coaching_base += DT * (coaching_aim - coaching_base) / c.induction_delay
                fairness += DT * (fairness_aim - fairness) / c.fairness_delay
                voice += DT * (voice_aim - voice) / c.voice_delay
                pay += DT * (pay_entering - pay) / c.pay_delay
                pupils_1 += DT * (enrolling - out_1)
                pupils_2 += DT * (out_1 - out_2)
                pupils_3 += DT * (out_2 - out_3)
                i += 1
            k = year - START
            out[0, k, r], out[1, k, r] = s_caseload / STEPS, 100 * s_exhaustion / STEPS
            out[2, k, r], out[3, k, r] = 100 * s_turnover / STEPS, s_vacancies / STEPS
            out[4, k, r], out[5, k, r] = s_staff / STEPS, s_direct / STEPS
            out[6, k, r], out[7, k, r] = s_months / STEPS, 100 * s_trust / STEPS
            out[8, k, r], out[9, k, r] = s_weeks / STEPS, 100 * s_standing / STEPS
            out[10, k, r], out[11, k, r] = s_assessments / STEPS, s_spending / STEPS

    def loop(levers, choices, constants, out):
        for r in prange(out.shape[2]):
            one(levers, choices, Constants(*to_fixed_tuple(constants[:, r], count)), out, r)

    return {parallel: njit(loop, error_model="numpy", parallel=parallel) for parallel in (False, True)}
