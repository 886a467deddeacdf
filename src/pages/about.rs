use leptos::prelude::*;

use crate::{
    components::{Icon, Page},
    paths,
    server::{http::Visit, services::Done},
};

/// What a browser shows where there is no connection. It is the same for everyone: the service worker keeps it.
pub async fn offline(_: Visit) -> Done<Page> {
    let body = view! {
        <h1>"No connection"</h1>
        <div class="empty">
            <Icon name="info"/>
            <p>"This page could not be fetched, and nothing was sent."</p>
            <p>"Go back: what you typed is still in its form, and can be sent as soon as there is a connection. Pages that are open stay readable."</p>
            <a class="button" href=paths::DASHBOARD>"Try again"</a>
        </div>
    };
    Ok(Page::new("No connection", body).narrow())
}

/// The accessibility statement: what is promised, how it is tried out, what is known to be lacking, whom to tell.
pub async fn accessibility(visit: Visit) -> Done<Page> {
    let contact = visit.site.settings.security_contact.clone();
    let contact = contact.map(|contact| view! { <p>"Or write to "<a class="user-text" href=contact.clone()>{contact.trim_start_matches("mailto:").to_owned()}</a>"."</p> });
    let body = view! {
        <h1>"Accessibility"</h1>
        <p class="lead">"Everybody who may ask for tickets should be able to, whatever they see, hear, hold or type with."</p>
        <section>
            <h2>"What we hold to"</h2>
            <p>"The Web Content Accessibility Guidelines 2.2 (WCAG), level AA, on every page."</p>
            <ul class="bullets">
                <li>"Everything works with the keyboard alone, and the focus can always be seen."</li>
                <li>"Everything works without scripts, and before they have come over a slow line."</li>
                <li>"Text can be twice as large, and pages 320 pixels wide, without scrolling sideways."</li>
                <li>"Colors follow your light, dark or high-contrast setting. Nothing is told by color alone."</li>
                <li>"Nothing moves if you asked your device for less motion."</li>
                <li>"There is no time limit on a page. A code from a mail works for 10 minutes; another one is free."</li>
            </ul>
        </section>
        <section>
            <h2>"How it is tried out"</h2>
            <p>"Before every version each page is looked at by the axe tests, in light and dark colors, at the sizes of phones and desks; and the whole job, from signing in to the result, is done with the keyboard alone, in high contrast, and with scripts switched off. The main pages are also looked at with text twice as large."</p>
        </section>
        <section>
            <h2>"What is lacking"</h2>
            <ul class="bullets">
                <li>"It speaks English only."</li>
                <li>"It has been tried with Chromium only, and not yet together with people who use screen readers every day."</li>
                <li>"Allocating several hundred requests by hand takes long by keyboard or screen reader; a draw does the same in one step."</li>
            </ul>
        </section>
        <section>
            <h2>"Something in your way?"</h2>
            <p>"Tell whoever runs this system for your group: an answer to any of its mails about an event reaches the organizer."</p>
            {contact}
        </section>
    };
    Ok(Page::new("Accessibility", body).narrow())
}
