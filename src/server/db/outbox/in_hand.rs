//! A message on its way: claimed, handed over, settled. Whoever has it in hand has to show that they are alive.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    Select, UpdateMany,
    sea_query::{Expr, LockBehavior, LockType, SimpleExpr},
};

use super::{StoredMessage, is_of};
use crate::{
    domain::{
        ids::MessageId,
        message::{Delivery, Kind},
    },
    server::db::entity::outbox,
};

/// How long a message is somebody's who shows no sign of life.
pub const LEASE: TimeDelta = TimeDelta::seconds(20);

/// Which messages may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Which {
    /// Those that nobody sits there and waits for, too.
    pub rest: bool,
    /// Those, too, of which nobody knows what became of them last time, or with which a worker died.
    pub doubtful: bool,
}

impl Which {
    /// Whatever is due.
    pub const ANY: Self = Self { rest: true, doubtful: true };

    fn due(self, now: DateTime<Utc>) -> SimpleExpr {
        let due = outbox::Column::Status.eq("waiting").and(outbox::Column::DueAt.lte(now));
        if self.doubtful { self.of_these(due) } else { self.of_these(due.and(outbox::Column::Unsure.eq(0))) }
    }

    fn abandoned(self, now: DateTime<Utc>) -> SimpleExpr {
        self.of_these(outbox::Column::Status.eq("sending").and(outbox::Column::LeasedUntil.lte(now)))
    }

    /// What is of no kind that this program knows waits for one that does.
    fn of_these(self, condition: SimpleExpr) -> SimpleExpr {
        let known = condition.and(is_of(Kind::ALL));
        if self.rest { known } else { known.and(outbox::Column::Priority.eq(0)) }
    }
}

/// Whether anything at all could be taken.
pub async fn is_due(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let any = Which::ANY.due(now).or(Which::ANY.abandoned(now));
    Ok(outbox::Entity::find().filter(any).one(c).await?.is_some())
}

/// Takes the most urgent message that is due, under a lease: what somebody held who died is due again when its lease ends.
/// Two workers never get the same one. `by` names who takes it; nobody else has that name.
///
/// Taking a message is no try; [`settle`] counts those. Only what somebody held who died before handing it over counts
/// here, since nobody else will: a message that kills every worker must come to an end. The message comes as it was found:
/// what a dead worker held as [`Delivery::Sending`].
pub async fn claim(
    c: &impl ConnectionTrait,
    by: &str,
    which: Which,
    now: DateTime<Utc>,
) -> Result<Option<StoredMessage>, DbErr> {
    let waiting = first(c, which.due(now)).await?;
    let abandoned = if which.doubtful { first(c, which.abandoned(now)).await? } else { None };
    let turn = |row: &outbox::Model| (row.priority, row.due_at, row.id.get());
    let Some(row) = waiting.into_iter().chain(abandoned).min_by_key(turn) else { return Ok(None) };
    let mut message = StoredMessage::try_from(row)?;
    let died_with = message.delivery == Delivery::Sending && !message.handed;
    message.attempts += u32::from(died_with);
    let take = outbox::Entity::update_many()
        .col_expr(outbox::Column::Status, Expr::value(Delivery::Sending.as_str()))
        .col_expr(outbox::Column::LeasedUntil, Expr::value(now + LEASE))
        .col_expr(outbox::Column::Holder, Expr::value(by))
        .col_expr(outbox::Column::Attempts, Expr::col(outbox::Column::Attempts).add(i32::from(died_with)));
    take.filter(outbox::Column::Id.eq(message.id)).exec(c).await?;
    Ok(Some(message))
}

/// The first of these by urgency, held against others who claim at the same moment.
async fn first(c: &impl ConnectionTrait, which: SimpleExpr) -> Result<Option<outbox::Model>, DbErr> {
    let mut query: Select<outbox::Entity> = outbox::Entity::find()
        .filter(which)
        .order_by_asc(outbox::Column::Priority)
        .order_by_asc(outbox::Column::DueAt)
        .order_by_asc(outbox::Column::Id)
        .limit(1);
    if c.get_database_backend() == DbBackend::Postgres {
        query = query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    query.one(c).await
}

/// Shows that a message's holder is alive: it stays theirs for another [`LEASE`].
pub async fn renew(c: &impl ConnectionTrait, id: MessageId, by: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    let longer = outbox::Entity::update_many().col_expr(outbox::Column::LeasedUntil, Expr::value(now + LEASE));
    longer.filter(held(id, by)).exec(c).await.map(|_| ())
}

/// Ends all leases, where whoever has messages in hand is known to be dead.
pub async fn end_leases(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    let over = outbox::Entity::update_many().col_expr(outbox::Column::LeasedUntil, Expr::value(now));
    over.filter(outbox::Column::Status.eq(Delivery::Sending.as_str())).exec(c).await.map(|_| ())
}

/// Notes that a message is handed over next. Says no where it is not this holder's anymore, because it was taken back or they
/// gave no sign of life for too long: then it must not leave by their hand.
///
/// This is committed before anything leaves. So of what a dead worker held it is known what can have left.
pub async fn hand_over(c: &impl ConnectionTrait, id: MessageId, by: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let hand = outbox::Entity::update_many()
        .col_expr(outbox::Column::HandedAt, Expr::value(now))
        .col_expr(outbox::Column::LeasedUntil, Expr::value(now + LEASE));
    Ok(hand.filter(held(id, by)).exec(c).await?.rows_affected == 1)
}

fn held(id: MessageId, by: &str) -> SimpleExpr {
    let sending = outbox::Column::Status.eq(Delivery::Sending.as_str());
    outbox::Column::Id.eq(id).and(sending).and(outbox::Column::Holder.eq(by))
}

/// How sending ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendOutcome {
    /// The email service took it and named it.
    Sent { provider_id: String },
    /// It did not leave; try again at this time. `tried`: it was this message that did not, rather than all.
    Later { due_at: DateTime<Utc>, reason: String, tried: bool },
    /// It was not tried, since this is no hour for it; at this time it is.
    PutOff { due_at: DateTime<Utc> },
    /// Nobody knows whether it left; try again at this time.
    Unsure { due_at: DateTime<Utc>, reason: String },
    /// Do not try again by itself. `tried` as above: not where it could not even be written.
    Failed { reason: String, tried: bool },
    /// Nobody to send it to.
    Skipped { reason: String },
}

impl SendOutcome {
    /// The word for it where it is counted.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Sent { .. } => "sent",
            Self::Later { .. } => "later",
            Self::PutOff { .. } => "put-off",
            Self::Unsure { .. } => "unknown",
            Self::Failed { .. } => "failed",
            Self::Skipped { .. } => "skipped",
        }
    }

    /// Whether one of the message's tries is used up.
    const fn was_tried(&self) -> bool {
        match self {
            Self::Sent { .. } | Self::Unsure { .. } => true,
            Self::Later { tried, .. } | Self::Failed { tried, .. } => *tried,
            Self::PutOff { .. } | Self::Skipped { .. } => false,
        }
    }
}

/// Notes how sending ended, counts the try if it was one, and gives the lease back. What was taken back meanwhile stays so, and
/// what somebody else holds meanwhile is theirs; but that it was sent is noted whoever holds it, so that nobody sends it again.
pub async fn settle(
    c: &impl ConnectionTrait,
    id: MessageId,
    by: &str,
    outcome: SendOutcome,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let tries = i32::from(outcome.was_tried());
    let (delivery, reason) = match &outcome {
        SendOutcome::Sent { .. } => (Delivery::Sent, None),
        SendOutcome::Later { reason, .. } | SendOutcome::Unsure { reason, .. } => (Delivery::Waiting, Some(reason)),
        SendOutcome::PutOff { .. } => (Delivery::Waiting, None),
        SendOutcome::Failed { reason, .. } => (Delivery::Failed, Some(reason)),
        SendOutcome::Skipped { reason } => (Delivery::Skipped, Some(reason)),
    };
    let reason = reason.map(|reason| reason.chars().take(500).collect::<String>());
    let change = outbox::Entity::update_many()
        .col_expr(outbox::Column::Status, Expr::value(delivery.as_str()))
        .col_expr(outbox::Column::LeasedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(outbox::Column::Holder, Expr::value(None::<String>))
        .col_expr(outbox::Column::HandedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(outbox::Column::Attempts, Expr::col(outbox::Column::Attempts).add(tries))
        .col_expr(outbox::Column::Reason, Expr::value(reason));
    ended(change, id, by, outcome, now).exec(c).await.map(|_| ())
}

/// What is particular to an outcome, and which row it may change.
fn ended(
    change: UpdateMany<outbox::Entity>,
    id: MessageId,
    by: &str,
    outcome: SendOutcome,
    now: DateTime<Utc>,
) -> UpdateMany<outbox::Entity> {
    match outcome {
        SendOutcome::Sent { provider_id } => change
            .col_expr(outbox::Column::SentAt, Expr::value(now))
            .col_expr(outbox::Column::ProviderId, Expr::value(provider_id))
            .filter(outbox::Column::Id.eq(id).and(outbox::Column::Status.is_in(["sending", "waiting", "failed"]))),
        SendOutcome::Later { due_at, .. } | SendOutcome::PutOff { due_at } => {
            change.col_expr(outbox::Column::DueAt, Expr::value(due_at)).filter(held(id, by))
        }
        SendOutcome::Unsure { due_at, .. } => change
            .col_expr(outbox::Column::DueAt, Expr::value(due_at))
            .col_expr(outbox::Column::Unsure, Expr::col(outbox::Column::Unsure).add(1))
            .filter(held(id, by)),
        SendOutcome::Failed { .. } => change.col_expr(outbox::Column::FailedAt, Expr::value(now)).filter(held(id, by)),
        SendOutcome::Skipped { .. } => change.filter(held(id, by)),
    }
}

/// Lets what waits for another try have it now: what stood in its way is over. What may have left, and what was to leave later
/// from the start, waits on.
pub async fn bring_forward(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    let retried = outbox::Column::Status.eq("waiting").and(outbox::Column::Attempts.gt(0));
    let later = outbox::Column::DueAt.gt(now).and(outbox::Column::Unsure.eq(0));
    let change = outbox::Entity::update_many().col_expr(outbox::Column::DueAt, Expr::value(now));
    change.filter(retried.and(later)).exec(c).await.map(|_| ())
}
