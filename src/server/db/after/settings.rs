use sea_orm::{DbErr, EntityTrait, sea_query::Expr};

use crate::{
    domain::after::AfterSettings,
    server::db::{WriteTx, entity::event, events, held::Held},
};

/// Keeps what an organizer set about the time after the result.
pub async fn set(tx: &WriteTx, event: &Held, settings: &AfterSettings) -> Result<(), DbErr> {
    let change = event::Entity::update_many()
        .col_expr(event::Column::ReturnsUntil, Expr::value(settings.returns_until))
        .col_expr(event::Column::HandOn, Expr::value(settings.hand_on.as_str()))
        .col_expr(event::Column::Guests, Expr::value(settings.guests.as_str()))
        .col_expr(event::Column::GuestsUntil, Expr::value(settings.guests_until));
    events::run(tx, event.id, change).await
}
