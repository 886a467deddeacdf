//! Every page and its URL.

use std::pin::Pin;

use crate::{
    components::Page,
    pages,
    server::{http::Visit, services::Done},
};

/// Reads what a page needs and makes it.
pub type Makes = fn(Visit) -> Pin<Box<dyn Future<Output = Done<Page>> + Send>>;

macro_rules! pages {
    ($($url:literal => $page:ident,)*) => { &[$(($url, |visit| Box::pin(pages::$page(visit)))),*] };
}

/// Every page, by its URL as the router reads it.
pub const PAGES: &[(&str, Makes)] = pages! {
    "/" => dashboard,
    "/sign-in" => sign_in,
    "/sign-in/check-mail" => check_mail,
    "/sign-in/link/{token}" => landing,
    "/set-up/{token}" => set_up,
    "/undo-address/{token}" => undo_address,
    "/emails/{token}" => emails,
    "/offers/{token}" => offer,
    "/account" => account,
    "/events" => history,
    "/events/new" => new_event,
    "/events/{number}" => event,
    "/events/{number}/edit" => edit_event,
    "/events/{number}/organizers" => organizers,
    "/events/{number}/after" => after_settings,
    "/events/{number}/handouts" => handouts,
    "/events/{number}/request" => request,
    "/events/{number}/request-for" => request_for,
    "/events/{number}/request-for/{person}" => request_of,
    "/events/{number}/allocate" => allocate,
    "/events/{number}/allocate/draw" => draw_desk,
    "/events/{number}/draw" => draw,
    "/events/{number}/statements" => statements,
    "/events/{number}/review" => review,
    "/events/{number}/results" => results,
    "/events/{number}/door" => door,
    "/seasons" => seasons,
    "/seasons/{number}" => season,
    "/admin" => admin,
    "/admin/people" => people,
    "/admin/people/new" => new_person,
    "/admin/people/import" => import_people,
    "/admin/people/{number}" => person,
    "/admin/mail" => mail,
    "/admin/audit" => audit,
    "/admin/events" => manage_events,
    "/admin/settings" => settings,
    "/admin/bin" => trash,
    "/accessibility" => accessibility,
    "/styleguide" => styleguide,
    "/offline" => offline,
    "/problem/{word}" => problem,
};

/// What is shown where there is no page.
pub const NOTHING_THERE: Makes = |visit| Box::pin(pages::not_found(visit));
