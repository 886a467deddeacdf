//! What changes events.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    UpdateMany, sea_query::Expr,
};

use super::{
    super::{WriteTx, entity::event, held::Held, rounds},
    Awaited, Event, column,
};
use crate::domain::{
    after::AfterSettings,
    draw::{RandomnessSource, rule_key},
    event::EventStatus,
    event_details::EventDetails,
    ids::{EventId, PersonId, SeasonId},
};

/// Where an event is filed that never was in a season.
const FIRST_SEASON: SeasonId = SeasonId::new(1);

/// Adds an event, in this season or in none, and returns its id.
pub async fn insert(
    c: &impl ConnectionTrait,
    (details, season, after): (&EventDetails, Option<SeasonId>, &AfterSettings),
    owner: PersonId,
    public_id: String,
    now: DateTime<Utc>,
) -> Result<EventId, DbErr> {
    let row = event::ActiveModel {
        public_id: Set(public_id),
        pool_id: Set(season.unwrap_or(FIRST_SEASON)),
        in_season: Set(season.is_some()),
        owner_id: Set(owner),
        name: Set(details.name.clone()),
        starts_at: Set(details.schedule.starts_at),
        zone: Set(details.schedule.zone.name().to_owned()),
        closes_at: Set(details.schedule.closes_at),
        place: Set(details.place.clone()),
        ends_at: Set(details.ends_at),
        tickets: Set(column(details.tickets)),
        request_limit: Set(column(details.limit)),
        notes: Set(details.notes.clone()),
        shows_before: Set(details.shows_before.as_str().to_owned()),
        shows_after: Set(details.shows_after.as_str().to_owned()),
        public_input_name: Set(details.outside.name.clone()),
        randomness: Set(details.outside.source.unwrap_or(RandomnessSource::Drand).as_str().to_owned()),
        known_at: Set(details.outside.known_at),
        status: Set(EventStatus::Open.as_str().to_owned()),
        winners_line: Set(String::new()),
        version: Set(0),
        board_version: Set(0),
        revision: Set(0),
        imported: Set(false),
        created_at: Set(now),
        draw_format: Set(2),
        returns_until: Set(after.returns_until),
        hand_on: Set(after.hand_on.as_str().to_owned()),
        guests: Set(after.guests.as_str().to_owned()),
        guests_until: Set(after.guests_until),
        ..Default::default()
    };
    Ok(row.insert(c).await?.id)
}

/// Changes the details, and the season it counts in.
pub async fn update(
    tx: &WriteTx,
    event: &Held,
    (details, season): (&EventDetails, Option<SeasonId>),
) -> Result<(), DbErr> {
    let change = event::Entity::update_many()
        .col_expr(event::Column::PoolId, Expr::value(season.unwrap_or(event.last_season)))
        .col_expr(event::Column::InSeason, Expr::value(season.is_some()))
        .col_expr(event::Column::Name, Expr::value(details.name.clone()))
        .col_expr(event::Column::StartsAt, Expr::value(details.schedule.starts_at))
        .col_expr(event::Column::Zone, Expr::value(details.schedule.zone.name()))
        .col_expr(event::Column::ClosesAt, Expr::value(details.schedule.closes_at))
        .col_expr(event::Column::Place, Expr::value(details.place.clone()))
        .col_expr(event::Column::EndsAt, Expr::value(details.ends_at))
        .col_expr(event::Column::Tickets, Expr::value(column(details.tickets)))
        .col_expr(event::Column::RequestLimit, Expr::value(column(details.limit)))
        .col_expr(event::Column::Notes, Expr::value(details.notes.clone()))
        .col_expr(event::Column::ShowsBefore, Expr::value(details.shows_before.as_str()))
        .col_expr(event::Column::ShowsAfter, Expr::value(details.shows_after.as_str()))
        .col_expr(event::Column::PublicInputName, Expr::value(details.outside.name.clone()))
        .col_expr(event::Column::KnownAt, Expr::value(details.outside.known_at));
    let change = match details.outside.source {
        // Only before anyone asked: nothing is frozen by the rules of an older format.
        Some(RandomnessSource::Drand) => change
            .col_expr(event::Column::Randomness, Expr::value(RandomnessSource::Drand.as_str()))
            .col_expr(event::Column::DrawFormat, Expr::value(2)),
        Some(source) => change.col_expr(event::Column::Randomness, Expr::value(source.as_str())),
        None => change,
    };
    run(tx, event.id, change).await
}

/// Moves the event to another state. Finalizing also counts the revision.
pub async fn set_status(tx: &WriteTx, event: &Held, status: EventStatus, now: DateTime<Utc>) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::Status, Expr::value(status.as_str().to_owned()));
    let change = match status {
        EventStatus::Open => change.col_expr(event::Column::ClosedAt, Expr::value(None::<DateTime<Utc>>)),
        EventStatus::Closed => change.col_expr(event::Column::ClosedAt, Expr::value(now)),
        EventStatus::Canceled => change.col_expr(event::Column::CancelledAt, Expr::value(now)),
        EventStatus::Finalized => change
            .col_expr(event::Column::FinalizedAt, Expr::value(now))
            .col_expr(event::Column::ResultTickets, Expr::value(None::<i32>))
            .col_expr(event::Column::Revision, Expr::col(event::Column::Revision).add(1)),
    };
    run(tx, event.id, change).await
}

/// Closes requests, and returns the event as it is then.
pub async fn close(tx: &WriteTx, event: Held, now: DateTime<Utc>) -> Result<Held, DbErr> {
    set_status(tx, &event, EventStatus::Closed, now).await?;
    Ok(event.changed(|event| Event { status: EventStatus::Closed, closed_at: Some(now), ..event }))
}

/// Sets the closing time aside, so that an event opened again by hand stays open until it begins.
pub async fn clear_closing_time(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    let none = Expr::value(None::<DateTime<Utc>>);
    run(tx, event.id, event::Entity::update_many().col_expr(event::Column::ClosesAt, none)).await
}

/// There are so many tickets now, and the result stands. What it was made with is kept for the season; fewer than were drawn are no
/// reason to draw again, since nobody has any of those that are gone.
pub async fn set_tickets(tx: &WriteTx, event: &Held, tickets: u32) -> Result<(), DbErr> {
    let drawn = event.drawn_tickets.map(|drawn| column(std::cmp::min(drawn, tickets)));
    let change = event::Entity::update_many()
        .col_expr(event::Column::ResultTickets, Expr::col(event::Column::ResultTickets).if_null(column(event.tickets)))
        .col_expr(event::Column::Tickets, Expr::value(column(tickets)))
        .col_expr(event::Column::DrawnTickets, Expr::value(drawn));
    run(tx, event.id, change).await
}

/// Keeps the organizer's line for those who got tickets.
pub async fn set_winners_line(tx: &WriteTx, event: &Held, line: &str) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::WinnersLine, Expr::value(line.to_owned()));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Notes that everyone was told of it. Nothing else about it changes.
pub async fn note_announced(tx: &WriteTx, event: &Held, now: DateTime<Utc>) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::AnnouncedAt, Expr::value(now));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Notes that it begins or closes at another time since now.
pub async fn note_dates(tx: &WriteTx, event: &Held, now: DateTime<Utc>) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::DatesSince, Expr::value(now));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Gives the event another owner.
pub async fn set_owner(tx: &WriteTx, event: &Held, owner: PersonId) -> Result<(), DbErr> {
    run(tx, event.id, event::Entity::update_many().col_expr(event::Column::OwnerId, Expr::value(owner))).await
}

/// Puts the event into the trash (an instant) or takes it out (`None`).
pub async fn set_deleted(tx: &WriteTx, event: &Held, deleted_at: Option<DateTime<Utc>>) -> Result<(), DbErr> {
    run(tx, event.id, event::Entity::update_many().col_expr(event::Column::DeletedAt, Expr::value(deleted_at))).await
}

pub(in crate::server::db) async fn run(
    tx: &WriteTx,
    id: EventId,
    change: UpdateMany<event::Entity>,
) -> Result<(), DbErr> {
    let change = change.col_expr(event::Column::Version, Expr::col(event::Column::Version).add(1));
    change.filter(event::Column::Id.eq(id)).exec(tx).await.map(|_| ())
}

/// Moves the board from `version` to the next; says whether it still stood there, so of two organizers one is told.
pub async fn advance_board(tx: &WriteTx, event: &Held, version: i32) -> Result<bool, DbErr> {
    let advanced = event::Entity::update_many()
        .col_expr(event::Column::BoardVersion, Expr::col(event::Column::BoardVersion).add(1))
        .filter(event::Column::Id.eq(event.id).and(event::Column::BoardVersion.eq(version)))
        .exec(tx)
        .await?;
    Ok(advanced.rows_affected == 1)
}

/// Notes the draw that waits; `None`: none does.
pub async fn set_awaited(tx: &WriteTx, event: &Held, awaited: Option<Awaited>) -> Result<(), DbErr> {
    let round = awaited.map(|awaited| rounds::column(awaited.round));
    let change = event::Entity::update_many()
        .col_expr(event::Column::AwaitedRound, Expr::value(round))
        .col_expr(event::Column::AwaitedRule, Expr::value(awaited.map(|awaited| rule_key(awaited.rule))));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Notes with how many tickets the last draw was made.
pub async fn note_drawn(tx: &WriteTx, event: &Held, tickets: u32) -> Result<(), DbErr> {
    let change = event::Entity::update_many().col_expr(event::Column::DrawnTickets, Expr::value(column(tickets)));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Keeps the board as it was before a draw was put on it at `version`.
pub async fn keep_board_before(tx: &WriteTx, event: &Held, before: &str, version: i32) -> Result<(), DbErr> {
    let change = event::Entity::update_many()
        .col_expr(event::Column::BoardBefore, Expr::value(before.to_owned()))
        .col_expr(event::Column::BoardBeforeVersion, Expr::value(version));
    change.filter(event::Column::Id.eq(event.id)).exec(tx).await.map(|_| ())
}

/// Removes an event for good, with its requests and draws.
pub async fn remove(tx: &WriteTx, event: &Held) -> Result<(), DbErr> {
    event::Entity::delete_by_id(event.id).exec(tx).await.map(|_| ())
}
