//! Seats and files for those who have tickets. The one form with files in it, so it comes as multipart (RFC 7578).

use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

use super::Reply;

/// Hands out lines and files. Fields: `event`; `shown-{person}` and `line-{person}`, the line as the form showed it and as it is
/// now; `pasted`, lines from a spreadsheet; `remove-{person}`; `file-{person}`, a PDF; `files`, PDFs that find their people by their names.
#[server(prefix = "/api", endpoint = "after/hand-out", input = MultipartFormData)]
pub async fn hand_out(data: MultipartData) -> Result<Reply, ServerFnError> {
    use crate::server::http::{multipart::read, prelude::*};
    let form = read(data).await?;
    let event = form.text("event").to_owned();
    let typed = forms::HandoutsForm {
        lines: form.changed("line-", "shown-"),
        pasted: form.text("pasted").to_owned(),
        nobodys: Vec::new(),
    };
    let kept = forms::HANDOUTS.on(page_of(&event, paths::handouts), &typed);
    answer(Needs::Event(&event, Action::RunEvent), kept, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let saved = services::after::hand_out(site, actor, event, form.sent()?).await?;
        Ok(match saved {
            services::after::Saved { nobodys, .. } if !nobodys.is_empty() => {
                let left = forms::HandoutsForm { nobodys, ..forms::HandoutsForm::default() };
                Onward::leaving(forms::HANDOUTS, &left).saying(Notice::HandedOutPartly)
            }
            services::after::Saved { changed: 0, .. } => {
                Onward::same_page().saying(Notice::HandedOutSame).having_changed_nothing()
            }
            _ => Onward::same_page().saying(Notice::HandedOut),
        })
    })
    .await
}
