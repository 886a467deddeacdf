use leptos::prelude::*;

use super::Reply;
use crate::domain::draw::DrawForm;

/// Draws: reveals the next code and keeps the record.
#[server(prefix = "/api", endpoint = "draw/make")]
pub async fn make_draw(
    #[server(default)] event: String,
    #[server(flatten)] form: DrawForm,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::draw,
        },
    };
    let visit = here();
    let event = crate::domain::ids::EventId::new(super::number(&event));
    let done = async { draw::make(&visit.site, visit.actor()?, event, &form).await }.await;
    let onward = done.map(|_| Onward::to(paths::draw_desk(event)).saying("drawn"));
    visit.answer(Form { name: "draw", page: paths::draw_again(event), typed: &form }, onward).await
}

/// Puts the last draw on the board (`put`), takes it off again (`take-off`), or gives out in its order what is left
/// (`fill-further`).
#[server(prefix = "/api", endpoint = "draw/board")]
pub async fn draw_on_board(
    #[server(default)] event: String,
    #[server(default)] version: String,
    #[server(default)] change: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        error::Refusal,
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::draw,
        },
    };
    let visit = here();
    let event = crate::domain::ids::EventId::new(super::number(&event));
    let changed = async {
        let (site, actor) = (&visit.site, visit.actor()?);
        Ok(match change.as_str() {
            "put" => (draw::put(site, actor, event, &version).await?, "draw-put"),
            "take-off" => (draw::take_off(site, actor, event, &version).await?, "draw-taken-off"),
            "fill-further" => {
                let (version, more) = draw::fill_further(site, actor, event, &version).await?;
                (version, if more > 0 { "filled-further" } else { "nothing-to-fill" })
            }
            _ => return Err(Refusal::NotFound.into()),
        })
    };
    let onward = changed.await.map(|(version, notice)| {
        let next = if notice == "draw-taken-off" { paths::draw_desk(event) } else { paths::allocate(event) };
        Onward::to(next).saying(notice).at_version(version)
    });
    visit.answer(Form { name: "draw", page: paths::draw_desk(event), typed: &DrawForm::default() }, onward).await
}
