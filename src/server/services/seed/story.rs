use chrono::{DateTime, DurationRound, SubsecRound, TimeDelta, Utc};

use super::{
    Member,
    asking::{ask, serve},
    dice::Dice,
    event_table::{Plan, Stage},
};
use crate::{
    domain::{
        event::{EventStatus, Visibility},
        event_details::{EventDetails, Outside, SeasonChoice},
        ids::{EventId, PersonId, SeasonId},
        schedule::{Schedule, Zone},
    },
    server::db::import::{NewEvent, NewRequest},
};

/// An event and what has become of it.
pub(super) struct Story {
    pub event: NewEvent,
    pub requests: Vec<NewRequest>,
}

/// Tells one event of the table as it stands at `now`, still without public id.
pub(super) fn tell(
    dice: &Dice,
    plan: &Plan,
    (id, owner, season): (EventId, PersonId, SeasonId),
    members: &[Member],
    now: DateTime<Utc>,
) -> Story {
    let mut event = event(plan, (id, owner, season), now);
    let until = event.details.schedule.requests_close_at().min(now - TimeDelta::minutes(20));
    let asking: Vec<Member> = dice.draw(members, plan.asking);
    let mut requests: Vec<NewRequest> = asking
        .into_iter()
        .filter(|member| member.active || plan.days < -60 || plan.stage == Stage::Closed)
        .map(|member| request(dice, &event, member, until))
        .collect();
    // An order that chance has made already, and results that follow from it.
    let given = serve(event.details.tickets, requests.iter().map(|request| &request.ask.tiers));
    let decided = match plan.stage {
        Stage::Finalized { .. } => requests.len(),
        Stage::Drafted => drafted(event.details.tickets, &given),
        Stage::Closed | Stage::Open { .. } | Stage::Canceled => 0,
    };
    event.board_version = i32::from(decided > 0);
    for (request, given) in requests.iter_mut().zip(given).take(decided) {
        request.allocated = Some(given);
        request.decided_by = Some(owner);
        request.told = event.finalized_at.map(|_| given);
        request.told_at = event.finalized_at;
    }
    if matches!(plan.stage, Stage::Finalized { times } if times > 1) {
        second_thoughts(&mut requests);
    }
    Story { event, requests }
}

fn event(plan: &Plan, (id, owner, season): (EventId, PersonId, SeasonId), now: DateTime<Utc>) -> NewEvent {
    let zone = Zone::parse(plan.zone).unwrap_or(Zone(chrono_tz::UTC));
    let day = |days: i64, time: &str| {
        let day = now + TimeDelta::days(days);
        let date = day.with_timezone(&zone.0).date_naive();
        zone.instant(&format!("{date}T{time}")).unwrap_or(day)
    };
    let starts_at = day(plan.days, plan.time);
    let closes_at = match plan.stage {
        Stage::Open { closes_in: Some(hours @ ..24) } => Some(whole_hour(now + TimeDelta::hours(hours))),
        Stage::Open { closes_in } => closes_in.map(|hours| day(hours / 24, "18:00")),
        Stage::Closed | Stage::Drafted => Some(day(-2, "18:00")),
        Stage::Finalized { .. } | Stage::Canceled => Some(day(plan.days - 7, "18:00")),
    };
    let status = match plan.stage {
        Stage::Finalized { .. } => EventStatus::Finalized,
        Stage::Closed | Stage::Drafted => EventStatus::Closed,
        Stage::Open { .. } => EventStatus::Open,
        Stage::Canceled => EventStatus::Canceled,
    };
    let opened_before = if plan.days > 0 { -12 } else { plan.days - 35 };
    let finalized_at = (status == EventStatus::Finalized).then(|| day(plan.days - 6, "11:20"));
    let details = EventDetails {
        name: plan.name.to_owned(),
        schedule: Schedule { starts_at, closes_at, zone },
        place: plan.place().to_owned(),
        ends_at: plan.lasts().map(|lasts| starts_at + lasts),
        tickets: plan.tickets,
        limit: plan.limit,
        notes: plan.notes.to_owned(),
        shows_before: plan.shows_before,
        shows_after: Visibility::Names,
        season: SeasonChoice::This(season),
        outside: Outside::default(),
    };
    NewEvent {
        id,
        public_id: String::new(),
        owner,
        season,
        details,
        status,
        winners_line: if finalized_at.is_some() { "Tickets are at the front desk.".to_owned() } else { String::new() },
        board_version: 0,
        revision: if let Stage::Finalized { times } = plan.stage { times } else { 0 },
        imported: false,
        created_at: day(opened_before, "09:40"),
        closed_at: closes_at.filter(|_| matches!(status, EventStatus::Closed | EventStatus::Finalized)),
        finalized_at,
        cancelled_at: (status == EventStatus::Canceled).then(|| day(plan.days - 5, "16:05")),
    }
}

fn request(dice: &Dice, event: &NewEvent, member: Member, until: DateTime<Utc>) -> NewRequest {
    let open_for = (until - event.created_at).max(TimeDelta::zero());
    let permille = i32::try_from(dice.below(1_000)).unwrap_or(0);
    let created_at = (event.created_at + open_for * permille / 1_000).trunc_subsecs(0);
    NewRequest {
        event: event.id,
        person: member.id,
        ask: ask(dice, event.details.limit),
        // Now and then someone phones, and the organizer types it in.
        entered_by: dice.one_in(25).then_some(event.owner).filter(|&owner| owner != member.id),
        allocated: None,
        reason: String::new(),
        decided_by: None,
        told: None,
        told_at: None,
        legacy_allocated: None,
        created_at,
        updated_at: created_at,
        withdrawn_at: None,
    }
}

/// After the event was opened again, a ticket of the one served first goes to someone who got none, with a reason.
fn second_thoughts(requests: &mut [NewRequest]) {
    let giver = requests.iter().position(|request| request.allocated > Some(1));
    let taker = requests.iter().position(|request| request.allocated == Some(0));
    if let (Some(giver), Some(taker)) = (giver, taker) {
        let less = requests[giver].allocated.map(|given| given - 1);
        let swap = [(giver, less, "Gave one back for Friday's driver"), (taker, Some(1), "Drives the coach")];
        for (place, given, reason) in swap {
            let request = &mut requests[place];
            request.allocated = given;
            request.told = given;
            let outside = given.is_some_and(|given| !request.ask.tiers.accepts(given));
            request.reason = if outside { reason.to_owned() } else { String::new() };
        }
    }
}

/// How many requests the organizer has come to: until three quarters of the tickets are given.
fn drafted(tickets: u32, given: &[u32]) -> usize {
    let mut left = tickets.saturating_mul(3) / 4;
    let served = given.iter().take_while(|&&given| left.checked_sub(given).inspect(|rest| left = *rest).is_some());
    served.count()
}

fn whole_hour(instant: DateTime<Utc>) -> DateTime<Utc> {
    instant.duration_trunc(TimeDelta::hours(1)).unwrap_or(instant)
}
