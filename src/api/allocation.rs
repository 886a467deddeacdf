use leptos::prelude::*;

use super::Reply;
use crate::domain::board::BoardForm;

/// Saves decisions of the board as a draft: the rows that are shown from a plain form, single rows from the island. `view` is
/// the query of the board they stand on; `then` says what comes after.
#[server(prefix = "/api", endpoint = "allocation/save")]
pub async fn save_board(
    #[server(default)] event: String,
    #[server(default)] view: String,
    #[server(default)] then: String,
    #[server(default)] search: String,
    #[server(default)] sort: String,
    #[server(default)] show: String,
    #[server(flatten)] form: BoardForm,
) -> Result<Reply, ServerFnError> {
    use crate::{domain::board_view::BoardView, server::http::prelude::*};
    let here = BoardView::read(&view);
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::BOARD.on(page_of(&event, |event| paths::board(event, &here)), &form),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            let saved = services::allocation::save(site, actor, event, &form).await?;
            let onward = match then.as_str() {
                "review" => Onward::to(paths::review(event)),
                "draw" => Onward::to(paths::draw_desk(event)),
                "show" => Onward::to(paths::board(event, &BoardView::of(&search, &sort, &show))),
                "show-all" => Onward::to(paths::allocate(event)),
                "leftovers" => {
                    let seen = saved.version.to_string();
                    let (version, more) = services::draw::fill_further(site, actor, event, &seen).await?;
                    let notice = if more > 0 { Notice::FilledFurther } else { Notice::NothingToFill };
                    return Ok(Onward::to(paths::board(event, &here)).saying(notice).at_version(version));
                }
                other => match other.strip_prefix("page-").and_then(|page| page.parse().ok()) {
                    Some(page) => Onward::to(paths::board(event, &BoardView { page, ..here.clone() })),
                    None => Onward::same_page().saying_without_island(Notice::BoardSaved),
                },
            };
            Ok(onward.at_version(saved.version))
        },
    )
    .await
}

/// Finalizes an event: locks it and has people told.
#[server(prefix = "/api", endpoint = "allocation/finalize")]
pub async fn finalize_event(
    #[server(default)] event: String,
    #[server(default)] version: String,
    #[server(default)] telling: String,
    #[server(default)] line: String,
    #[server(default)] why: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    use services::allocation::{Finalizing, Telling, finalize};
    let typed = forms::FinalizeForm { line: line.clone(), why: why.clone() };
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::FINALIZE.on(page_of(&event, paths::review), &typed),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            let telling = Telling::parse(&telling);
            let how = Finalizing { version: &version, telling, line: &line, why: &why };
            let mails = finalize(site, actor, event, how).await?;
            let notice = if mails == 0 { Notice::Finalized } else { Notice::FinalizedMailed };
            Ok(Onward::to(paths::event(event)).saying(notice))
        },
    )
    .await
}
