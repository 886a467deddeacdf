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
    let form = Form { name: "rename", page: paths::ACCOUNT.into(), typed: &name };
    visit.answer(form, done.map(|()| Onward::to(paths::ACCOUNT).saying("name-saved"))).await
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
        number => Which::One(super::number(number)),
    };
    let own = visit.session_number();
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
    let form = Form { name: "devices", page: paths::ACCOUNT.into(), typed: &() };
    visit.answer(form, done.map(|()| onward)).await
}
