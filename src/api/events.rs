use leptos::prelude::*;

use super::Reply;
use crate::domain::event::EventForm;

/// Creates an event, open for requests.
#[server(prefix = "/api", endpoint = "event/create")]
pub async fn create_event(#[server(flatten)] form: EventForm) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::event,
        },
    };
    let visit = here();
    let done = async { event::create(&visit.site, visit.actor()?, &form).await }.await;
    let onward = done.map(|number| Onward::to(paths::event(number)).saying("event-created"));
    visit.answer(Form { name: "event", page: paths::NEW_EVENT.into(), typed: &form }, onward).await
}

/// Changes an event's details.
#[server(prefix = "/api", endpoint = "event/edit")]
pub async fn edit_event(
    #[server(default)] event: String,
    #[server(flatten)] form: EventForm,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services,
        },
    };
    let visit = here();
    let number = crate::domain::ids::EventId::new(super::number(&event));
    let done = async { services::event::edit(&visit.site, visit.actor()?, number, &form).await }.await;
    let onward = done.map(|()| Onward::to(paths::event(number)).saying("event-saved"));
    visit.answer(Form { name: "event", page: paths::edit_event(number), typed: &form }, onward).await
}

/// Moves an event on: `close`, `open`, `reopen`, `cancel`, `uncancel`, `delete`, `restore`.
#[server(prefix = "/api", endpoint = "event/move")]
pub async fn move_event(
    #[server(default)] event: String,
    #[server(default)] to: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        error::Refusal,
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::event as events,
        },
    };
    let visit = here();
    let number = crate::domain::ids::EventId::new(super::number(&event));
    let moved = async {
        let (site, actor) = (&visit.site, visit.actor()?);
        let page = paths::event(number);
        Ok(match to.as_str() {
            "close" => events::close(site, actor, number).await.map(|()| (page, "event-closed"))?,
            "close-to-allocate" => {
                events::close(site, actor, number).await.map(|()| (paths::allocate(number), "event-closed"))?
            }
            "open" => events::open_again(site, actor, number).await.map(|()| (page, "event-opened"))?,
            "reopen" => {
                events::reopen(site, actor, number).await.map(|()| (paths::allocate(number), "event-reopened"))?
            }
            "cancel" => events::cancel(site, actor, number).await.map(|()| (page, "event-cancelled"))?,
            "uncancel" => events::uncancel(site, actor, number).await.map(|()| (page, "event-uncancelled"))?,
            "delete" => events::delete(site, actor, number).await.map(|()| (paths::EVENTS.into(), "event-deleted"))?,
            "restore" => events::restore(site, actor, number).await.map(|()| (page, "event-restored"))?,
            _ => return Err(Refusal::NotFound.into()),
        })
    };
    let onward = moved.await.map(|(page, notice): (String, &'static str)| Onward::to(page).saying(notice));
    visit.answer(Form { name: "event-page", page: paths::event(number), typed: &to }, onward).await
}

/// Changes who runs an event: `add`, `remove`, `hand-over` to a person.
#[server(prefix = "/api", endpoint = "event/organizers")]
pub async fn change_organizers(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] change: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        error::Refusal,
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::event as events,
        },
    };
    let visit = here();
    let number = crate::domain::ids::EventId::new(super::number(&event));
    let changed = async {
        let (site, actor) = (&visit.site, visit.actor()?);
        let page = paths::organizers(number);
        Ok(match change.as_str() {
            "add" => events::add_organizer(site, actor, number, &person).await.map(|()| (page, "organizer-added"))?,
            "remove" => {
                events::remove_organizer(site, actor, number, &person).await.map(|()| (page, "organizer-removed"))?
            }
            "hand-over" => {
                let done = events::hand_over(site, actor, number, &person).await;
                done.map(|()| (paths::event(number), "handed-over"))?
            }
            _ => return Err(Refusal::NotFound.into()),
        })
    };
    let onward = changed.await.map(|(page, notice): (String, &'static str)| Onward::to(page).saying(notice));
    let typed = (&person, &change);
    visit.answer(Form { name: "organizers", page: paths::organizers(number), typed: &typed }, onward).await
}
