use leptos::prelude::*;

use super::Reply;
use crate::domain::request::RequestForm;

/// Stores a request: one's own, or for `person` as an organizer.
#[server(prefix = "/api", endpoint = "request/save")]
pub async fn save_request(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(flatten)] form: RequestForm,
) -> Result<Reply, ServerFnError> {
    use crate::{
        error::Refusal,
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::{Refused, request},
        },
    };
    let visit = here();
    let (event, asked_for) = (
        crate::domain::ids::EventId::new(super::number(&event)),
        crate::domain::ids::PersonId::new(super::number(&person)),
    );
    let own = visit.visitor.actor.as_ref().is_none_or(|actor| person.is_empty() || actor.person == asked_for);
    let done = async {
        let actor = visit.actor()?;
        request::save(&visit.site, actor, event, if own { actor.person } else { asked_for }, &form).await
    };
    let done = done.await;
    let nobody = matches!(&done, Err(Refused::Refusal(Refusal::Invalid { fields })) if fields[0].field == "person");
    let (page, next, notice) = if nobody {
        (paths::request_for(event), paths::request_for(event), "")
    } else if own {
        (paths::request(event), paths::event(event), "request-saved")
    } else {
        (paths::request_of(event, asked_for), paths::request_for(event), "request-saved-for")
    };
    let onward = done.map(|()| Onward::to(next).saying(notice));
    visit.answer(Form { name: "request", page, typed: &form }, onward).await
}

/// Withdraws a request.
#[server(prefix = "/api", endpoint = "request/withdraw")]
pub async fn withdraw_request(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::request,
        },
    };
    let visit = here();
    let (event, asked_for) = (
        crate::domain::ids::EventId::new(super::number(&event)),
        crate::domain::ids::PersonId::new(super::number(&person)),
    );
    let done = async {
        let actor = visit.actor()?;
        let whose = if person.is_empty() { actor.person } else { asked_for };
        request::withdraw(&visit.site, actor, event, whose).await
    };
    let onward = done.await.map(|()| Onward::to(paths::event(event)).saying("request-withdrawn"));
    visit.answer(Form { name: "event-page", page: paths::event(event), typed: &() }, onward).await
}

/// Brings a withdrawn request back.
#[server(prefix = "/api", endpoint = "request/restore")]
pub async fn restore_request(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::request,
        },
    };
    let visit = here();
    let (event, asked_for) = (
        crate::domain::ids::EventId::new(super::number(&event)),
        crate::domain::ids::PersonId::new(super::number(&person)),
    );
    let done = async {
        let actor = visit.actor()?;
        let whose = if person.is_empty() { actor.person } else { asked_for };
        request::restore(&visit.site, actor, event, whose).await
    };
    let onward = done.await.map(|()| Onward::to(paths::event(event)).saying("request-restored"));
    visit.answer(Form { name: "event-page", page: paths::event(event), typed: &() }, onward).await
}
