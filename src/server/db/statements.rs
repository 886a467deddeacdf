//! What the site said, in one chain. Statements are only ever added.

use allocation::{
    Hash,
    statement::{Kind, PublicKey, Signature},
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockType},
};

use super::{
    WriteTx,
    commitments::Sealed,
    corrupt,
    entity::{event, statement, statement_head},
};
use crate::domain::ids::EventId;

/// How many rows one statement of SQL adds.
const CHUNK: usize = 500;

/// The end of the chain.
#[derive(Clone, PartialEq, Eq)]
pub struct Head {
    /// How many statements there are.
    pub number: u64,
    /// The link of the last; 32 zero bytes before the first.
    pub link: Hash,
    /// The key that signs next, and its sealed seed; `None` before the first statement.
    pub key: Option<(PublicKey, Sealed)>,
}

/// A statement that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    pub number: u64,
    pub kind: Kind,
    /// The public id of the event.
    pub event: Option<String>,
    /// Whom it is about.
    pub label: Option<String>,
    pub body: String,
    pub digest: Hash,
    pub link: Hash,
    pub key: PublicKey,
    pub signature: Signature,
    pub at: DateTime<Utc>,
}

impl Stated {
    /// What it says under a key.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.body.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
    }
}

/// The end of the chain.
pub async fn head(c: &impl ConnectionTrait) -> Result<Head, DbErr> {
    read_head(statement_head::Entity::find_by_id(1).one(c).await?)
}

/// The end of the chain, locked until the transaction ends: whoever comes second goes on from the first. (A writing
/// transaction of SQLite is alone anyway.)
pub async fn lock_head(tx: &WriteTx) -> Result<Head, DbErr> {
    let mut query = statement_head::Entity::find_by_id(1);
    if tx.get_database_backend() == DbBackend::Postgres {
        query = query.lock(LockType::Update);
    }
    read_head(query.one(tx).await?)
}

fn read_head(row: Option<statement_head::Model>) -> Result<Head, DbErr> {
    let read = |row: statement_head::Model| {
        Some(Head {
            number: row.number.try_into().ok()?,
            link: Hash::parse(&row.link)?,
            key: match (row.key, row.sealed_seed, row.sealed_with) {
                (Some(key), Some(text), Some(with)) => Some((PublicKey::parse(&key)?, Sealed { text, key: with })),
                _ => None,
            },
        })
    };
    row.and_then(read).ok_or_else(|| corrupt("statement_head", 1))
}

/// Adds statements, in order, and moves the head to the last.
pub async fn append(tx: &WriteTx, stated: Vec<Stated>, head: Head) -> Result<(), DbErr> {
    let rows: Vec<statement::ActiveModel> = stated.into_iter().map(row).collect();
    for some in rows.chunks(CHUNK) {
        statement::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    set_head(tx, head).await
}

/// Moves the head.
pub async fn set_head(tx: &WriteTx, head: Head) -> Result<(), DbErr> {
    let (key, sealed) = head.key.unzip();
    let (seed, with) = sealed.map(|sealed| (sealed.text, sealed.key)).unzip();
    let change = statement_head::Entity::update_many()
        .col_expr(statement_head::Column::Number, Expr::value(number(head.number)))
        .col_expr(statement_head::Column::Link, Expr::value(head.link.to_string()))
        .col_expr(statement_head::Column::Key, Expr::value(key.map(|key| key.to_string())))
        .col_expr(statement_head::Column::SealedSeed, Expr::value(seed))
        .col_expr(statement_head::Column::SealedWith, Expr::value(with));
    change.filter(statement_head::Column::Id.eq(1)).exec(tx).await.map(|_| ())
}

fn row(stated: Stated) -> statement::ActiveModel {
    statement::ActiveModel {
        number: Set(number(stated.number)),
        kind: Set(stated.kind.as_str().to_owned()),
        event: Set(stated.event),
        label: Set(stated.label),
        body: Set(stated.body),
        digest: Set(stated.digest.to_string()),
        link: Set(stated.link.to_string()),
        key: Set(stated.key.to_string()),
        signature: Set(stated.signature.to_string()),
        made_at: Set(stated.at),
    }
}

fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl TryFrom<statement::Model> for Stated {
    type Error = DbErr;

    fn try_from(row: statement::Model) -> Result<Self, DbErr> {
        let id = i32::try_from(row.number).unwrap_or(i32::MAX);
        let read = |row: statement::Model| {
            Some(Self {
                number: row.number.try_into().ok()?,
                kind: Kind::parse(&row.kind)?,
                event: row.event,
                label: row.label,
                body: row.body,
                digest: Hash::parse(&row.digest)?,
                link: Hash::parse(&row.link)?,
                key: PublicKey::parse(&row.key)?,
                signature: Signature::parse(&row.signature)?,
                at: row.made_at,
            })
        };
        read(row).ok_or_else(|| corrupt("statements", id))
    }
}

/// What was said of an event, first to last, and which key signed from when on in between.
pub async fn of_event(c: &impl ConnectionTrait, public_id: &str) -> Result<Vec<Stated>, DbErr> {
    let of_event = statement::Column::Event.eq(public_id).or(statement::Column::Kind.eq(Kind::Key.as_str()));
    let said = statement::Entity::find().filter(of_event).order_by_asc(statement::Column::Number).all(c).await?;
    let all: Vec<Stated> = said.into_iter().map(Stated::try_from).collect::<Result<_, _>>()?;
    let mut between = all.into_iter().skip_while(|one| one.event.is_none()).collect::<Vec<_>>();
    while between.last().is_some_and(|one| one.event.is_none()) {
        between.pop();
    }
    Ok(between)
}

/// What was said about someone, by the labels that stand for them, first to last.
pub async fn about(c: &impl ConnectionTrait, labels: &[String]) -> Result<Vec<Stated>, DbErr> {
    let said = statement::Entity::find().filter(statement::Column::Label.is_in(labels.iter().map(String::as_str)));
    let rows = said.order_by_asc(statement::Column::Number).all(c).await?;
    rows.into_iter().map(Stated::try_from).collect()
}

/// What stands in the chain without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub number: u64,
    pub digest: Hash,
    pub link: Hash,
}

/// Everything from one number to another, both included, as links.
pub async fn links(c: &impl ConnectionTrait, from: u64, to: u64) -> Result<Vec<Link>, DbErr> {
    let columns = [statement::Column::Number, statement::Column::Digest, statement::Column::Link];
    let between = statement::Column::Number.between(number(from), number(to));
    let links = statement::Entity::find().select_only().columns(columns).filter(between);
    let rows: Vec<(i64, String, String)> = links.order_by_asc(statement::Column::Number).into_tuple().all(c).await?;
    let read = |(number, digest, link): (i64, String, String)| {
        let read = |number: u64| Some(Link { number, digest: Hash::parse(&digest)?, link: Hash::parse(&link)? });
        let id = i32::try_from(number).unwrap_or(i32::MAX);
        u64::try_from(number).ok().and_then(read).ok_or_else(|| corrupt("statements", id))
    };
    rows.into_iter().map(read).collect()
}

/// Ids of the events that can still be drawn, are committed, and of which nothing was said yet.
pub async fn unsaid(c: &impl ConnectionTrait) -> Result<Vec<EventId>, DbErr> {
    let said = Expr::cust("EXISTS (SELECT 1 FROM statements s WHERE s.event = events.public_id)");
    let alive = event::Column::Status.is_in(["open", "closed"]).and(event::Column::Commitment.is_not_null());
    let columns = event::Entity::find().select_only().column(event::Column::Id);
    columns.filter(alive.and(said.not())).order_by_asc(event::Column::Id).into_tuple().all(c).await
}
