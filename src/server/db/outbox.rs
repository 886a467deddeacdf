//! Messages to send: written in the transaction of what they tell, taken in hand by the worker under a lease.

mod in_hand;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict, Query, SimpleExpr},
};

pub use in_hand::{LEASE, SendOutcome, Which, bring_forward, claim, end_leases, hand_over, is_due, renew, settle};

use super::{
    corrupt,
    entity::{outbox, sign_in_attempt, user},
};

use crate::domain::{
    ids::{AttemptId, EventId, MessageId, PersonId},
    message::{Delivery, Kind},
};

/// Why a message that waited when a copy was made does not leave by itself once that copy is restored.
pub const HELD_BACK: &str = "It waited when the copy was made that was restored, and may have left since.";

/// A message to be written; [`crate::server::mail::Message`] makes it. It holds no secret and, but for the notice to an
/// address that someone gave up, not the address it goes to: both are looked up when it is sent.
#[derive(Clone, Debug)]
pub struct NewMessage {
    pub kind: Kind,
    /// Whether someone sits there and waits for it.
    pub waited_for: bool,
    /// Kind, subject, revision, person: the same message cannot be written twice.
    pub dedupe_key: String,
    pub person: Option<PersonId>,
    pub event: Option<EventId>,
    pub attempt: Option<AttemptId>,
    /// JSON that [`crate::server::mail`] reads.
    pub payload: serde_json::Value,
    /// Not to leave before this; `None`: at once.
    pub due_at: Option<DateTime<Utc>>,
}

/// A message as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredMessage {
    pub id: MessageId,
    pub kind: Kind,
    /// Whether someone sits there and waits for it.
    pub waited_for: bool,
    pub person: Option<PersonId>,
    pub event: Option<EventId>,
    pub attempt: Option<AttemptId>,
    pub payload: serde_json::Value,
    pub delivery: Delivery,
    /// How often sending was tried before. What a worker held that died counts.
    pub attempts: u32,
    /// Whether whoever had it last was about to hand it over, or did.
    pub handed: bool,
    /// How often nobody learned what became of it once it was handed over.
    pub unsure: u32,
    pub created_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    /// Why it failed or was skipped.
    pub reason: Option<String>,
}

impl TryFrom<outbox::Model> for StoredMessage {
    type Error = DbErr;

    fn try_from(row: outbox::Model) -> Result<Self, DbErr> {
        let read = |row: outbox::Model| {
            Some(Self {
                id: row.id,
                kind: Kind::parse(&row.kind)?,
                waited_for: row.priority == 0,
                person: row.user_id,
                event: row.event_id,
                attempt: row.attempt_id,
                payload: serde_json::from_str(&row.payload).ok()?,
                delivery: Delivery::parse(&row.status)?,
                attempts: row.attempts.try_into().ok()?,
                handed: row.handed_at.is_some(),
                unsure: row.unsure.try_into().ok()?,
                created_at: row.created_at,
                due_at: row.due_at,
                sent_at: row.sent_at,
                reason: row.reason,
            })
        };
        let id = row.id;
        read(row).ok_or_else(|| corrupt("outbox", id))
    }
}

impl StoredMessage {
    /// Whether something went wrong with it that may go wrong again: whoever had it died, or nobody learned what became of it.
    pub fn is_doubtful(&self) -> bool {
        self.unsure > 0 || self.delivery == Delivery::Sending
    }
}

/// Writes messages; one whose key is there already is left out. What someone waits for goes first.
pub async fn insert(
    c: &impl ConnectionTrait,
    messages: impl IntoIterator<Item = NewMessage>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = |message: NewMessage| outbox::ActiveModel {
        kind: Set(message.kind.as_str().to_owned()),
        dedupe_key: Set(message.dedupe_key),
        user_id: Set(message.person),
        event_id: Set(message.event),
        attempt_id: Set(message.attempt),
        payload: Set(message.payload.to_string()),
        status: Set(Delivery::Waiting.as_str().to_owned()),
        priority: Set(i32::from(!message.waited_for)),
        attempts: Set(0),
        unsure: Set(0),
        created_at: Set(now),
        due_at: Set(message.due_at.unwrap_or(now)),
        ..Default::default()
    };
    let rows: Vec<_> = messages.into_iter().map(row).collect();
    // PostgreSQL takes at most 65,535 values a statement, SQLite 32,766; a row has 11.
    for some in rows.chunks(1_000) {
        let once = OnConflict::column(outbox::Column::DedupeKey).do_nothing().to_owned();
        outbox::Entity::insert_many(some.to_vec()).on_conflict(once).exec_without_returning(c).await?;
    }
    Ok(())
}

/// Puts a failed message back into the queue; says whether it was a failed one.
pub async fn resend(c: &impl ConnectionTrait, id: MessageId, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let change = outbox::Entity::update_many()
        .col_expr(outbox::Column::Status, Expr::value(Delivery::Waiting.as_str()))
        .col_expr(outbox::Column::Attempts, Expr::value(0))
        .col_expr(outbox::Column::Unsure, Expr::value(0))
        .col_expr(outbox::Column::DueAt, Expr::value(now));
    Ok(change.filter(failed(id)).exec(c).await?.rows_affected == 1)
}

/// Notes that nobody needs to send a failed message anymore, and why; says whether it was a failed one.
pub async fn give_up(c: &impl ConnectionTrait, id: MessageId, reason: &str) -> Result<bool, DbErr> {
    let change = outbox::Entity::update_many()
        .col_expr(outbox::Column::Status, Expr::value(Delivery::Skipped.as_str()))
        .col_expr(outbox::Column::Reason, Expr::value(reason.to_owned()));
    Ok(change.filter(failed(id)).exec(c).await?.rows_affected == 1)
}

/// The message with this id, if it failed.
fn failed(id: MessageId) -> SimpleExpr {
    outbox::Column::Id.eq(id).and(outbox::Column::Status.eq(Delivery::Failed.as_str()))
}

/// The message with this id.
pub async fn find(c: &impl ConnectionTrait, id: MessageId) -> Result<Option<StoredMessage>, DbErr> {
    outbox::Entity::find_by_id(id).one(c).await?.map(StoredMessage::try_from).transpose()
}

/// Whether the person of a message was written to about its event in a message `by` one of these kinds later, whatever
/// became of that.
pub async fn is_overtaken(c: &impl ConnectionTrait, message: &StoredMessage, by: &[Kind]) -> Result<bool, DbErr> {
    let (Some(person), Some(event)) = (message.person, message.event) else { return Ok(false) };
    let newer = outbox::Column::Id.gt(message.id);
    let same = outbox::Column::UserId.eq(person).and(outbox::Column::EventId.eq(event));
    Ok(outbox::Entity::find().filter(newer.and(same).and(is_of(by))).one(c).await?.is_some())
}

/// Whether the person of a message is told of its event by one of these kinds in a later message that left or will.
pub async fn is_told_later(c: &impl ConnectionTrait, message: &StoredMessage, by: &[Kind]) -> Result<bool, DbErr> {
    let (Some(person), Some(event)) = (message.person, message.event) else { return Ok(false) };
    let newer = outbox::Column::Id.gt(message.id).and(outbox::Column::Status.is_in(["waiting", "sending", "sent"]));
    let same = outbox::Column::UserId.eq(person).and(outbox::Column::EventId.eq(event));
    Ok(outbox::Entity::find().filter(newer.and(same).and(is_of(by))).one(c).await?.is_some())
}

/// Messages of a kind about an event of which it is certain that they have not left. Until the end of the transaction nobody
/// takes them in hand.
pub async fn not_left(c: &impl ConnectionTrait, event: EventId, kind: Kind) -> Result<Vec<StoredMessage>, DbErr> {
    let waiting = outbox::Column::EventId.eq(event).and(outbox::Column::Status.eq("waiting"));
    let those = outbox::Entity::find().filter(waiting.and(outbox::Column::Unsure.eq(0)).and(is_of(&[kind])));
    let mut those = those.order_by_asc(outbox::Column::Id);
    if c.get_database_backend() == DbBackend::Postgres {
        those = those.lock_exclusive();
    }
    those.all(c).await?.into_iter().map(StoredMessage::try_from).collect()
}

/// Has them not sent, since a later message tells what they would have told.
pub async fn replace(c: &impl ConnectionTrait, ids: Vec<MessageId>, reason: &str) -> Result<(), DbErr> {
    let change = outbox::Entity::update_many()
        .col_expr(outbox::Column::Status, Expr::value(Delivery::Skipped.as_str()))
        .col_expr(outbox::Column::Reason, Expr::value(reason.to_owned()));
    let waiting = outbox::Column::Id.is_in(ids).and(outbox::Column::Status.eq("waiting"));
    change.filter(waiting).exec(c).await.map(|_| ())
}

/// Has them leave now: something else is told of the event, and comes after them.
pub async fn hurry(c: &impl ConnectionTrait, event: EventId, kind: Kind, now: DateTime<Utc>) -> Result<(), DbErr> {
    let change = outbox::Entity::update_many().col_expr(outbox::Column::DueAt, Expr::value(now));
    let waiting = outbox::Column::EventId.eq(event).and(outbox::Column::Status.eq("waiting"));
    let later = waiting.and(outbox::Column::Attempts.eq(0)).and(outbox::Column::DueAt.gt(now));
    change.filter(later.and(is_of(&[kind]))).exec(c).await.map(|_| ())
}

/// When someone was written to last in a message of this kind, whatever became of that.
pub async fn latest(c: &impl ConnectionTrait, person: PersonId, kind: Kind) -> Result<Option<DateTime<Utc>>, DbErr> {
    let those = outbox::Entity::find().filter(outbox::Column::UserId.eq(person).and(is_of(&[kind])));
    Ok(those.order_by_desc(outbox::Column::Id).one(c).await?.map(|message| message.created_at))
}

/// When a message of this kind about an event left last, or was to leave; not one that a later message stands for.
pub async fn latest_of_event(
    c: &impl ConnectionTrait,
    event: EventId,
    kind: Kind,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let those = outbox::Column::EventId.eq(event).and(outbox::Column::Status.ne(Delivery::Skipped.as_str()));
    let those = outbox::Entity::find().filter(those.and(is_of(&[kind])));
    Ok(those.order_by_desc(outbox::Column::DueAt).one(c).await?.map(|message| message.due_at))
}

/// Cancels what is still in the queue for a person, but for messages of these kinds.
pub async fn skip_waiting(c: &impl ConnectionTrait, person: PersonId, reason: &str, but: &[Kind]) -> Result<(), DbErr> {
    let change = outbox::Entity::update_many()
        .col_expr(outbox::Column::Status, Expr::value(Delivery::Skipped.as_str()))
        .col_expr(outbox::Column::Reason, Expr::value(reason.to_owned()));
    let waiting = outbox::Column::UserId.eq(person).and(outbox::Column::Status.eq("waiting"));
    change.filter(waiting.and(is_of(but).not())).exec(c).await.map(|_| ())
}

/// Takes back the sign-in emails for a person that have not left, and the links that an admin sends. Before the former are sent
/// only their attempt's address says whose they are.
pub async fn take_back_sign_in(c: &impl ConnectionTrait, person: PersonId) -> Result<(), DbErr> {
    let address =
        Query::select().column(user::Column::Email).from(user::Entity).and_where(user::Column::Id.eq(person)).take();
    let asked = Query::select()
        .column(sign_in_attempt::Column::Id)
        .from(sign_in_attempt::Entity)
        .and_where(sign_in_attempt::Column::Email.in_subquery(address))
        .take();
    let change = outbox::Entity::update_many()
        .col_expr(outbox::Column::Status, Expr::value(Delivery::Skipped.as_str()))
        .col_expr(outbox::Column::Reason, Expr::value("All ways in were ended."));
    let not_gone = outbox::Column::Status.is_in(["waiting", "sending"]);
    let sent_by_admin = outbox::Column::UserId.eq(person).and(is_of(&[Kind::Link]));
    let theirs = outbox::Column::AttemptId.in_subquery(asked).or(sent_by_admin);
    change.filter(theirs.and(not_gone)).exec(c).await.map(|_| ())
}

/// Says whom a message goes to, once that is known.
pub async fn belongs_to(c: &impl ConnectionTrait, id: MessageId, person: PersonId) -> Result<(), DbErr> {
    let change = outbox::Entity::update_many().col_expr(outbox::Column::UserId, Expr::value(person));
    change.filter(outbox::Column::Id.eq(id)).exec(c).await.map(|_| ())
}

/// Whether a worker still has a message: nobody took it back meanwhile.
pub async fn is_sending(c: &impl ConnectionTrait, id: MessageId) -> Result<bool, DbErr> {
    let sending = outbox::Column::Id.eq(id).and(outbox::Column::Status.eq("sending"));
    Ok(outbox::Entity::find().filter(sending).one(c).await?.is_some())
}

/// Removes messages of a kind from before `since` that were sent, or had nobody to go to.
pub async fn remove_over(c: &impl ConnectionTrait, kind: Kind, since: DateTime<Utc>) -> Result<(), DbErr> {
    let over = is_of(&[kind]).and(outbox::Column::Status.is_in(["sent", "skipped"]));
    outbox::Entity::delete_many().filter(over.and(outbox::Column::CreatedAt.lt(since))).exec(c).await?;
    Ok(())
}

fn is_of(kinds: &[Kind]) -> SimpleExpr {
    outbox::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str()))
}

/// The words of these kinds, as `IN` takes them. There has to be one.
pub(super) fn in_list(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| format!("'{}'", kind.as_str())).collect::<Vec<_>>().join(", ")
}
