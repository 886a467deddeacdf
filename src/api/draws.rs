use leptos::prelude::*;

use super::Reply;
use crate::domain::draw::{DrawForm, RoundForm};

/// Draws: reveals the next code and keeps the record, or settles the draw until its round of the beacon comes.
#[server(prefix = "/api", endpoint = "draw/make")]
pub async fn make_draw(
    #[server(default)] event: String,
    #[server(flatten)] form: DrawForm,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::DRAW.on(page_of(&event, paths::draw_again), &form),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            let notice = match services::draw::make(site, actor, event, &form).await? {
                services::draw::Made::Drawn(_) => Notice::Drawn,
                services::draw::Made::Waits(_) => Notice::DrawPlanned,
            };
            Ok(Onward::to(paths::draw_desk(event)).saying(notice))
        },
    )
    .await
}

/// Makes the draw that waits, with a round that was looked up.
#[server(prefix = "/api", endpoint = "draw/paste")]
pub async fn paste_round(
    #[server(default)] event: String,
    #[server(flatten)] form: RoundForm,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::ROUND.on(page_of(&event, paths::draw_desk), &form),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            services::draw::paste_round(site, actor, event, &form).await?;
            Ok(Onward::to(paths::draw_desk(event)).saying(Notice::Drawn))
        },
    )
    .await
}

/// Puts the last draw on the board.
#[server(prefix = "/api", endpoint = "draw/put")]
pub async fn put_draw(
    #[server(default)] event: String,
    #[server(default)] version: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::DRAW.on(page_of(&event, paths::draw_desk), &DrawForm::default()),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            let version = services::draw::put(site, actor, event, &version).await?;
            Ok(Onward::to(paths::allocate(event)).saying(Notice::DrawPut).at_version(version))
        },
    )
    .await
}

/// Takes the draw off the board again.
#[server(prefix = "/api", endpoint = "draw/take-off")]
pub async fn take_draw_off(
    #[server(default)] event: String,
    #[server(default)] version: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::DRAW.on(page_of(&event, paths::draw_desk), &DrawForm::default()),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            let version = services::draw::take_off(site, actor, event, &version).await?;
            Ok(Onward::same_page().saying(Notice::DrawTakenOff).at_version(version))
        },
    )
    .await
}

/// Gives out in the order of the last draw what is left.
#[server(prefix = "/api", endpoint = "draw/fill-further")]
pub async fn fill_further(
    #[server(default)] event: String,
    #[server(default)] version: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::DRAW.on(page_of(&event, paths::draw_desk), &DrawForm::default()),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            let (version, more) = services::draw::fill_further(site, actor, event, &version).await?;
            let notice = if more > 0 { Notice::FilledFurther } else { Notice::NothingToFill };
            Ok(Onward::to(paths::allocate(event)).saying(notice).at_version(version))
        },
    )
    .await
}
