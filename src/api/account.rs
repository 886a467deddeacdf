use leptos::prelude::*;

use super::Reply;

/// Changes one's own name.
#[server(prefix = "/api", endpoint = "account/rename")]
pub async fn rename(#[server(default)] name: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::person,
        },
    };
    let visit = here();
    let done = async { person::rename(&visit.site, visit.actor()?, &name).await }.await;
    let form = Form { name: "account", page: paths::ACCOUNT.into(), typed: &("name", &name) };
    visit.answer(form, done.map(|()| Onward::to(paths::ACCOUNT).saying("name-saved"))).await
}

/// Changes one's own mail address, a `step` at a time: `ask` for a code to the new one, `confirm` with it, or `cancel`.
#[server(prefix = "/api", endpoint = "account/address")]
pub async fn change_address(
    #[server(default)] step: String,
    #[server(default)] email: String,
    #[server(default)] code: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        error::Refusal,
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::person,
        },
    };
    let visit = here();
    let done = async {
        let (site, actor) = (&visit.site, visit.actor()?);
        match step.as_str() {
            "ask" => person::ask_address(site, actor, &email).await.map(|()| "address-asked"),
            "confirm" => person::confirm_address(site, actor, &code).await.map(|()| "address-changed"),
            "cancel" => person::cancel_address(site, actor).await.map(|()| "address-cancelled"),
            _ => Err(Refusal::NotFound.into()),
        }
    };
    let onward = done.await.map(|notice| Onward::to(paths::ACCOUNT).saying(notice));
    let form = Form { name: "account", page: paths::ACCOUNT.into(), typed: &("email", &email) };
    visit.answer(form, onward).await
}

/// Says in which zone one is.
#[server(prefix = "/api", endpoint = "account/zone")]
pub async fn set_zone(#[server(default)] zone: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::person,
        },
    };
    let visit = here();
    let done = async { person::set_zone(&visit.site, visit.actor()?, &zone).await }.await;
    let form = Form { name: "account", page: paths::ACCOUNT.into(), typed: &("zone", &zone) };
    visit.answer(form, done.map(|()| Onward::to(paths::ACCOUNT).saying("zone-saved"))).await
}

/// Ends sessions of one's own: the number of one, `others`, or `all`.
#[server(prefix = "/api", endpoint = "account/sign-out")]
pub async fn sign_out_devices(#[server(default)] which: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::person::{self, Which},
        },
    };
    let visit = here();
    let which = match which.as_str() {
        "others" => Which::Others,
        "all" => Which::All,
        number => Which::One(crate::domain::ids::SessionId::new(super::number(number))),
    };
    let own = visit.session_id();
    let done = async { person::sign_out_devices(&visit.site, visit.actor()?, which).await }.await;
    let here_too = which == Which::All || own.is_some_and(|own| which == Which::One(own));
    if here_too && done.is_ok() {
        visit.end_session();
    }
    let onward = match which {
        _ if here_too => Onward::to(paths::SIGN_IN).saying("signed-out"),
        Which::One(_) => Onward::to(paths::ACCOUNT).saying("device-ended"),
        Which::Others | Which::All => Onward::to(paths::ACCOUNT).saying("devices-ended"),
    };
    let form = Form { name: "account", page: paths::ACCOUNT.into(), typed: &("devices", "") };
    visit.answer(form, done.map(|()| onward)).await
}
