// The model of `soziale-arbeit-2030` as an experienced modeller would write it by hand in JavaScript.
// The yardstick for the exported page; see model.py beside it. `parameters` is the parsed parameters.json.

const START = 2015;
const NOW = 2025;
const END = 2031;
const STEPS = 12;
const { exp, sqrt, max, min } = Math;

export const INDICATORS = [
  "caseload", "exhaustion", "turnover", "vacancies", "staff", "direct_time", "continuity", "trust",
  "waiting_weeks", "standing", "assessments", "spending",
];

function leversByYear(parameters, levers, choices) {
  let current = Object.fromEntries(Object.entries(parameters.levers).map(([name, range]) => [name, range[1]]));
  const years = [];
  for (let year = START; year < END; year += 1) {
    if (year === NOW + 1) current = { ...current, ...levers };
    for (const [name, decision] of Object.entries(parameters.decisions)) {
      if (decision.year !== year) continue;
      for (const [lever, change] of Object.entries(decision.options[choices[name] ?? decision.default])) {
        const [low, , high] = parameters.levers[lever];
        current = { ...current, [lever]: min(max(current[lever] + change, low), high) };
      }
    }
    years.push(current);
  }
  return years;
}

function seriesAt(points, trend) {
  const xs = points.map(([year]) => year + 0.5);
  const ys = points.map(([, value]) => value);
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  let slope = 0;
  if (trend) {
    const tailX = xs.slice(-5);
    const tailY = ys.slice(-5);
    const meanX = mean(tailX);
    const meanY = mean(tailY);
    let above = 0;
    let below = 0;
    tailX.forEach((x, k) => {
      above += (x - meanX) * (tailY[k] - meanY);
      below += (x - meanX) ** 2;
    });
    slope = above / below;
  }
  const last = xs.length - 1;
  const values = [];
  let k = 0;
  for (let i = 0; i < (END - START) * STEPS; i += 1) {
    const t = START + i / STEPS;
    while (k < last && t > xs[k + 1]) k += 1;
    if (t <= xs[0]) values.push(ys[0]);
    else if (t >= xs[last]) values.push(ys[last] + slope * (t - xs[last]));
    else values.push(ys[k] + ((t - xs[k]) * (ys[k + 1] - ys[k])) / (xs[k + 1] - xs[k]));
  }
  return values;
}

/** Everything of a run that does not depend on its setting. */
export function prepare(parameters) {
  return {
    parameters,
    unemployed: seriesAt(parameters.series.unemployed, false),
    endangerment: seriesAt(parameters.series.endangerment, true),
  };
}

/** One run: the mean of each year from 2015 on for each indicator. */
export function run(prepared, levers = {}, choices = {}, constants = {}) {
  const { parameters, unemployed, endangerment } = prepared;
  const c = { ...parameters.constants, ...constants };
  const plan = leversByYear(parameters, levers, choices);
  const dt = 1 / STEPS;

  // constants that are read every month
  const {
    expansion_now, expansion_fade, base_year, fewer_children, weight_pull, usual_weight, posts_per_person,
    a_person, matching_time, reporting_rate, shortage_to_pay, usual_open_share, exhaustion_to_leaving,
    usual_exhausted, fairness_to_leaving, usual_fairness, pay_to_leaving, pride_to_leaving, base_leaving,
    induction_to_staying, usual_coaching, retirement_base, boomer_start, boomer_span, maturing_years,
    stay_in_field, weight_to_enrolment, entering_share, recognition, return_years, outsider_rate,
    outsider_floor, usual_changers, pay_to_entry, office_growth, cap_response, office_spread, filling_years,
    agency_worth, requests_2015, endangerment_2015, demand_exponent, avoidance, duty_share, cap_softness,
    quick_wait, case_years, patience_of_families, usual_trust, hidden_years, crisis_share, hidden_2015,
    assessments_per_case, sick_base, sick_slope, coaching_hours, changer_coaching, query_hours,
    rewriting_hours, file_hours, repair_hours, direct_share, direct_floor, understood_floor, understood_gain,
    practice_years, mistakes_to_messages, many_messages, usual_fragments, fragments_to_mistakes,
    exhaustion_to_mistakes, changers_to_mistakes, knowledge_to_mistakes, usual_know_how, mentor_share,
    learning_rate, knowledge_carried, usual_caseload, load_to_exhaustion, nights_to_exhaustion,
    gaps_to_exhaustion, exhausting_rate, recovery_rate, talk_to_recovery, reassigning, months_per_year,
    usual_months, trust_building, trust_losing, usual_weeks, voice_rate, weight_fading, cost_growth,
    cost_per_person, wage_part, crisis_cost, euros_per_billion,
  } = c;
  const expansion_gain = c.expansion_then - expansion_now;
  const all_day = c.all_day_expansion;
  const newcomers_base = c.base_leaving * c.early_exit;
  const retirement_gain = c.retirement_peak - retirement_base;
  const enrolment = c.enrolment_2015;
  const patience = c.patience_of_seekers;
  const saturation = c.spread_saturation;
  const usual_direct = c.usual_direct_time;
  const hidden_exponent = c.hidden_to_assessments;
  const office_cost = c.asd_persons * c.asd_cost / c.office_posts_2015;
  const quickest = c.weeks_per_year * quick_wait;
  const stage = c.training_years / 3;

  // stocks
  const first = plan[0];
  let posts = c.posts_2015;
  let newcomers = c.newcomers_2015;
  let experienced = c.experienced_2015;
  let seekers = c.seekers_2015;
  let office_posts = c.office_posts_2015;
  let active = c.cases_2015;
  let waiting = requests_2015 * quick_wait;
  let hidden = hidden_2015;
  let exhausted = c.exhausted_2015;
  let know_how = c.know_how_2015;
  let trust = c.trust_2015;
  let weight = c.weight_2015;
  let routine = first.plain_letters / 100;
  // delays, each at rest at the start
  let budget_step = first.budget_growth / 100;
  let extra_places = first.study_places / 100;
  let changer_share = first.career_changers / 100;
  let cap_pressure = 0;
  let mistakes = 1;
  let coaching_base = first.induction_hours / (first.induction_hours + c.half_induction);
  let fairness = (0.7 * first.team_voice + 0.3 * first.reliable_hours) / 100;
  let voice = first.public_voice / (first.public_voice + c.half_voice);
  const open_places = max(posts / posts_per_person - newcomers - experienced, a_person);
  const gap = max(open_places * posts_per_person / posts - usual_open_share, 0);
  let pay = first.pay_supplement / 100 + shortage_to_pay * gap;
  const enrolling = enrolment * (1 + extra_places) * (1 + weight_to_enrolment * (weight - usual_weight));
  let pupils_1 = enrolling * stage;
  let pupils_2 = enrolling * stage;
  let pupils_3 = enrolling * stage;

  const means = Object.fromEntries(INDICATORS.map((name) => [name, []]));
  let i = 0;
  for (let year = START; year < END; year += 1) {
    const lever = plan[year - START];
    const cap = lever.case_cap;
    const agency = lever.agency_share;
    const reach = lever.reachability;
    const limit = min(cap, c.natural_limit);
    const budget_aim = lever.budget_growth / 100;
    const places_aim = lever.study_places / 100;
    const changer_aim = lever.career_changers / 100;
    const pay_aim = lever.pay_supplement / 100;
    const plain = lever.plain_letters / 100;
    const coaching_aim = lever.induction_hours / (lever.induction_hours + c.half_induction);
    const fairness_aim = (0.7 * lever.team_voice + 0.3 * lever.reliable_hours) / 100;
    const voice_aim = lever.public_voice / (lever.public_voice + c.half_voice);
    const drift = c.agency_to_leaving * (agency - 3) / 100;
    const rested = c.rest_to_recovery * (lever.reliable_hours - 15) / 100;
    const hours_agreed = c.contract_hours - c.short_week_cut * lever.reliable_hours / 100;
    let hours_for_team = (lever.induction_hours + lever.public_voice) / c.weeks_per_month;
    hours_for_team += c.meeting_hours * lever.team_voice / 100;
    const messages_base = reach * c.messages_per_hour;
    const evening_gap = 0.5 - reach / (reach + c.usual_reachability);
    const comfort = exp(c.call_comfort * evening_gap);
    const alarms = exp(c.calls_to_crises * evening_gap);
    const agency_moves = reassigning + c.agency_changes * agency / 100;
    const agency_loss = agency / 100 / maturing_years;
    const agency_price = c.agency_premium * (agency - 3) / 100;
    const half = c.half_induction;
    const induction_price = 1 + c.induction_cost * (lever.induction_hours - half / 2) / half;
    let s_caseload = 0, s_exhaustion = 0, s_turnover = 0, s_vacancies = 0, s_staff = 0, s_direct = 0;
    let s_months = 0, s_trust = 0, s_weeks = 0, s_standing = 0, s_assessments = 0, s_spending = 0;
    for (let month = 0; month < STEPS; month += 1, i += 1) {
      const t = START + i / STEPS;
      const staff = newcomers + experienced;
      const open_places = max(posts / posts_per_person - staff, a_person);
      const open_share = open_places * posts_per_person / posts;
      const vacancies = open_places * posts_per_person * reporting_rate;
      const hires = open_places * seekers / (open_places + max(seekers, a_person)) / matching_time;
      const surplus = weight - usual_weight;
      const bonus = weight_pull * surplus;
      let expansion = expansion_now + expansion_gain * exp((base_year - t) / expansion_fade);
      if (t > 2025 - 1e-9) {
        expansion -= fewer_children;
      }
      if (2026.5 - 1e-9 < t && t <= 2030.5 - 1e-9) {
        expansion += all_day;
      }
      const posts_created = posts * (expansion + budget_step + bonus);

      // who leaves, who learns
      let coaching = coaching_base * min(max(experienced / staff / mentor_share, 0.7), 1.2);
      coaching *= sqrt(know_how / usual_know_how);
      const pull = exp(
        exhaustion_to_leaving * (exhausted - usual_exhausted)
        - fairness_to_leaving * (fairness - usual_fairness)
        - pay_to_leaving * pay
        - pride_to_leaving * surplus
        + drift,
      );
      const old_leave = experienced * base_leaving * pull;
      const new_leave = newcomers * newcomers_base * pull * exp(-induction_to_staying * (coaching - usual_coaching));
      const leave = old_leave + new_leave;
      const leaving_rate = leave / staff;
      const wave = min(max((t - boomer_start) / boomer_span, 0), 1);
      const retiring = experienced * (retirement_base + retirement_gain * wave);
      const maturing = newcomers / maturing_years * (0.8 + 0.2 * coaching / usual_coaching);
      const enrolling = enrolment * (1 + extra_places) * (1 + weight_to_enrolment * surplus);
      const out_1 = pupils_1 / stage;
      const out_2 = pupils_2 / stage;
      const out_3 = pupils_3 / stage;
      let outsiders = staff * outsider_rate * exp(pay_to_entry * pay + surplus);
      outsiders *= outsider_floor + (1 - outsider_floor) * changer_share / usual_changers;
      let found = stay_in_field * leave + entering_share * out_3 + recognition * max(extra_places, 0);
      found += unemployed[i] / return_years + outsiders;

      // the office
      const growth = office_growth + budget_step + bonus + cap_response * cap_pressure;
      const spread = office_spread * open_share / (1 + saturation * open_share);
      const vacant = 100 * min(max(spread + filling_years * growth, 0), 0.6);
      const staffed = office_posts * (1 - vacant / 100 + agency_worth * min(agency, vacant) / 100);
      const caseload = active / staffed;
      const demand = requests_2015 * (endangerment[i] / endangerment_2015) ** demand_exponent;
      const away = demand * avoidance * (1 - trust);
      const admission = duty_share + (1 - duty_share) / (1 + exp((caseload - limit) / cap_softness));
      const opening = waiting * admission / quick_wait;
      const giving_up = waiting / patience_of_families * (usual_trust / trust) ** 2;
      const weeks = quickest / admission;
      const surfacing = hidden / hidden_years;
      const burden = hidden / hidden_2015 * requests_2015 / demand;
      const assessments = endangerment[i] * assessments_per_case * burden ** hidden_exponent * alarms;

      // the week
      const present = hours_agreed * (1 - sick_base - sick_slope * (exhausted - usual_exhausted));
      const guiding = coaching_hours * (1 + changer_coaching * changer_share) * min(newcomers / experienced, 3);
      const understood = understood_floor + understood_gain * routine;
      const letters = query_hours * (1 - understood) + rewriting_hours * max(plain - routine, 0);
      const files = file_hours * caseload + repair_hours * mistakes;
      const left = present - hours_for_team - guiding - letters - files;
      const direct = max(direct_share * left, direct_floor);
      const ease = direct / usual_direct;
      const closing = active / case_years * sqrt(ease) / mistakes ** 0.25;

      // evenings, knowledge, exhaustion
      const messages = messages_base * (1 + mistakes_to_messages * (mistakes - 1));
      const fragments = messages / (messages + many_messages);
      const mistakes_aim = exp(
        fragments_to_mistakes * (fragments - usual_fragments)
        + exhaustion_to_mistakes * (exhausted - usual_exhausted)
        + changers_to_mistakes * (changer_share - usual_changers)
        - knowledge_to_mistakes * (know_how - usual_know_how),
      );
      const turnover = leaving_rate + retiring / staff;
      const learning = (1 - know_how) * learning_rate * (0.4 + 0.6 * coaching / usual_coaching);
      const forgetting = know_how * (knowledge_carried * turnover + agency_loss);
      const strain = exp(
        load_to_exhaustion * (caseload / usual_caseload - 1)
        + nights_to_exhaustion * (fragments - usual_fragments)
        + gaps_to_exhaustion * (vacant - 10) / 100,
      );
      const recovering = exhausted * recovery_rate * exp(rested + talk_to_recovery * (coaching - usual_coaching));

      // trust and weight
      const months = months_per_year / (turnover + agency_moves);
      const gaining = (1 - trust) * trust_building * sqrt(months / usual_months) * ease ** 0.4 * (0.6 + understood);
      const losing = trust * trust_losing * (weeks / usual_weeks) ** 0.35 * sqrt(mistakes) * comfort;
      const good_work = (trust / usual_trust) ** 0.7 * ease ** 0.3;

      // money
      const prices = exp(cost_growth * (t - base_year));
      const wages = staff * cost_per_person * (induction_price + wage_part * (pay + agency_price));
      const spending = prices * (wages + office_cost * office_posts + assessments * crisis_cost) / euros_per_billion;

      s_caseload += caseload;
      s_exhaustion += exhausted;
      s_turnover += leaving_rate;
      s_vacancies += vacancies;
      s_staff += staff;
      s_direct += direct;
      s_months += months;
      s_trust += trust;
      s_weeks += weeks;
      s_standing += weight;
      s_assessments += assessments;
      s_spending += spending;

      // a month passes
      const pay_entering = pay_aim + shortage_to_pay * max(open_share - usual_open_share, 0);
      const excess = min(max(caseload / cap - 1, 0), 1);
      posts += dt * posts_created;
      newcomers += dt * (hires - maturing - new_leave);
      experienced += dt * (maturing - old_leave - retiring);
      seekers += dt * (found - hires - seekers / patience);
      office_posts += dt * office_posts * growth;
      active += dt * (opening - closing);
      waiting += dt * (demand - away + crisis_share * surfacing - opening - giving_up);
      hidden += dt * (away + giving_up - surfacing);
      weight += dt * ((1 - weight) * voice_rate * voice * good_work - weight * weight_fading);
      exhausted += dt * ((1 - exhausted) * exhausting_rate * strain - recovering);
      know_how += dt * (learning - forgetting);
      trust += dt * (gaining - losing);
      routine += dt * (plain * min(max(ease, 0.6), 1) - routine) / practice_years;
      budget_step += dt * (budget_aim - budget_step) / c.budget_delay;
      extra_places += dt * (places_aim - extra_places) / c.places_delay;
      changer_share += dt * (changer_aim - changer_share) / c.changer_delay;
      cap_pressure += dt * (excess - cap_pressure) / c.cap_delay;
      mistakes += dt * (mistakes_aim - mistakes) / c.mistakes_delay;
      coaching_base += dt * (coaching_aim - coaching_base) / c.induction_delay;
      fairness += dt * (fairness_aim - fairness) / c.fairness_delay;
      voice += dt * (voice_aim - voice) / c.voice_delay;
      pay += dt * (pay_entering - pay) / c.pay_delay;
      pupils_1 += dt * (enrolling - out_1);
      pupils_2 += dt * (out_1 - out_2);
      pupils_3 += dt * (out_2 - out_3);
    }
    const sums = [
      s_caseload, 100 * s_exhaustion, 100 * s_turnover, s_vacancies, s_staff, s_direct, s_months,
      100 * s_trust, s_weeks, 100 * s_standing, s_assessments, s_spending,
    ];
    sums.forEach((total, place) => means[INDICATORS[place]].push(total / STEPS));
  }
  return means;
}
