use leptos::prelude::*;

use super::Reply;
use crate::domain::board::BoardForm;

/// Saves decisions of the board as a draft: the whole board from a plain form, single rows from the island.
#[server(prefix = "/api", endpoint = "allocation/save")]
pub async fn save_board(
    #[server(default)] event: String,
    #[server(default)] page: String,
    #[server(default)] then: String,
    #[server(flatten)] form: BoardForm,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::allocation,
        },
    };
    let visit = here();
    let event = crate::domain::ids::EventId::new(super::number(&event));
    let done = async { allocation::save(&visit.site, visit.actor()?, event, &form).await }.await;
    let page = paths::allocate_page(event, super::number(&page));
    let same = page.clone();
    let onward = done.map(|saved| {
        let onward = |next| Onward::to(next).at_version(saved.version);
        match then.as_str() {
            "review" => onward(paths::review(event)),
            "draw" => onward(paths::draw_desk(event)),
            other => match other.strip_prefix("page-") {
                Some(next) => onward(paths::allocate_page(event, super::number(next))),
                None if visit.wants_html => onward(same).saying("board-saved"),
                None => onward(same),
            },
        }
    });
    visit.answer(Form { name: "board", page, typed: &form }, onward).await
}

/// Finalizes an event: locks it and has people told.
#[server(prefix = "/api", endpoint = "allocation/finalize")]
pub async fn finalize_event(
    #[server(default)] event: String,
    #[server(default)] version: String,
    #[server(default)] telling: String,
    #[server(default)] line: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::allocation::{self, Telling},
        },
    };
    let visit = here();
    let event = crate::domain::ids::EventId::new(super::number(&event));
    let how = (version.as_str(), Telling::parse(&telling), line.as_str());
    let done = async { allocation::finalize(&visit.site, visit.actor()?, event, how).await }.await;
    let onward = done
        .map(|mails| Onward::to(paths::event(event)).saying(if mails == 0 { "finalized" } else { "finalized-mailed" }));
    let typed = (&telling, &line);
    visit.answer(Form { name: "finalize", page: paths::review(event), typed: &typed }, onward).await
}
