use std::sync::atomic::Ordering;

use catalog::sign_in as say;
use leptos::prelude::*;

use crate::{
    api::{AskForLink, RedeemCode, RedeemLink, action},
    components::{Banner, Page, Problems, TextField, Tone, refused, rich},
    paths,
    server::{
        http::Visit,
        services::{
            Done,
            draft::forms::{self, SignInForm},
            sign_in as ways,
        },
    },
    words,
};

/// One field: the address to which the link goes.
pub async fn sign_in(visit: Visit) -> Done<Page> {
    let draft = visit.draft(forms::SIGN_IN).await?;
    let SignInForm { email, next } = match &draft {
        Some(draft) => draft.form.clone(),
        // Whoever is signed in already signs in again.
        None => SignInForm {
            next: visit.query("next").unwrap_or_default(),
            email: visit.visitor.actor.as_ref().map(|actor| actor.email.clone()).unwrap_or_default(),
        },
    };
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let body = view! {
        <h1>{say::heading(visit.site.settings.app_name.as_str())}</h1>
        <form class="form panel" method="post" action={action::<AskForLink>()}>
            <input type="hidden" name="next" value=next/>
            {address_field(email, problems, true)}
            <button class="button wide">{say::ask()}</button>
        </form>
        <p class="small muted">{say::how()}</p>
    };
    Ok(Page::new(say::title(), body).narrow())
}

/// What happens next, the same for every address: a code to enter here, or a link to open.
pub async fn check_mail(visit: Visit) -> Done<Page> {
    let down = visit.site.mail_is_down.load(Ordering::Relaxed).then(|| {
        view! {
            <Banner tone=Tone::Warning text=say::mail_is_down()/>
        }
    });
    let asked = ways::asked_for(&visit.site, visit.visitor.binding.as_ref()).await?;
    let draft = visit.draft(forms::CODE).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let Some(asked) = asked else {
        return Ok(Page::new(say::check(), nothing_asked(&visit, &problems)).narrow());
    };
    let sends = visit.site.settings.mail.transport.sends();
    let used_up = ways::codes_are_used_up_for(&visit.site, &visit.browser(), &asked.email).await?;
    let step = if used_up {
        view! { <Banner tone=Tone::Warning text=catalog::refusals::only_by_link()/> }.into_any()
    } else {
        view! {
            <form class="form panel" method="post" action={action::<RedeemCode>()}>
                {code_field(problems, true)}
                <button class="button wide">{say::enter()}</button>
            </form>
            {sends.then(|| view! { <p class="small muted">{say::or_by_link()}</p> })}
        }
        .into_any()
    };
    let address = view! { <b class="user-text">{words::address(&asked.email)}</b> }.into_any();
    let change = view! { <a href=paths::sign_in_for(&asked.next)>{say::sent_change()}</a> }.into_any();
    let where_it_went =
        rich(
            [address, change],
            |[address, change]| {
                if sends { say::sent(address, change) } else { say::printed(address, change) }
            },
        );
    let body = view! {
        <h1>{say::check()}</h1>
        {down}
        {refused(draft.as_ref())}
        <p>{where_it_went}</p>
        {step}
        <form class="resend" method="post" action={action::<AskForLink>()}>
            <input type="hidden" name="email" value=asked.email/>
            <input type="hidden" name="again" value="1"/>
            <button class="button quiet">{say::resend()}</button>
        </form>
    };
    Ok(Page::new(say::check(), body).narrow())
}

/// The page in a browser that asked for nothing: it is another one, its cookie ran out or was not kept, it is signed in
/// meanwhile, or too many asked from its network at once.
fn nothing_asked(visit: &Visit, problems: &Problems) -> impl IntoView + use<> {
    let problem = problems.with("code").map(|text| view! { <Banner tone=Tone::Bad text=text/> });
    let get = || view! { <a href=paths::SIGN_IN>{say::nothing_asked_get()}</a> }.into_any();
    let other = visit.visitor.actor.is_none().then(|| {
        view! {
            {problem}
            <p>{rich([get()], |[get]| say::nothing_asked(get))}</p>
            <p class="small muted">{say::just_asked()}</p>
        }
    });
    view! {
        <h1>{say::check()}</h1>
        {signed_in_already(visit)}
        {other}
    }
}

/// Where someone is signed in already (by the link in another tab, perhaps), that and the way on is all there is to say.
pub(super) fn signed_in_already(visit: &Visit) -> Option<impl IntoView + use<>> {
    visit.visitor.actor.as_ref().map(|actor| {
        view! {
            <p class="lead">{say::signed_in_as(actor.name.as_str())}</p>
            <p><a class="button" href=paths::DASHBOARD>{say::home()}</a></p>
        }
    })
}

/// The address to which a link goes.
fn address_field(email: String, problems: Problems, autofocus: bool) -> impl IntoView {
    view! {
        <TextField
            id="email"
            label=say::address()
            kind="email"
            autocomplete="email"
            value=email
            problems=problems
            required=true
            autofocus=autofocus
        />
    }
}

/// One field, into which a code can also be pasted with its space.
fn code_field(problems: Problems, autofocus: bool) -> impl IntoView {
    view! {
        <TextField
            id="code"
            label=say::code()
            kind="code"
            autocomplete="one-time-code"
            value=""
            problems=problems
            required=true
            autofocus=autofocus
        />
    }
}

/// The page behind the link of an email. Opening it changes nothing; the button (or, in the browser that asked, the page
/// by itself) signs in. Where the link alone is worth nothing, the page asks for the code of the same mail.
pub async fn landing(visit: Visit) -> Done<Page> {
    let token = visit.param("token");
    let landing = ways::look(&visit.site, &token, visit.visitor.binding.as_ref()).await?;
    let Some(landing) = landing else {
        let here = visit.visitor.actor.as_ref();
        if ways::is_own(&visit.site, &token, here).await? {
            let body = view! { <h1>{say::title()}</h1>{signed_in_already(&visit)} };
            return Ok(Page::new(say::title(), body).narrow());
        }
        return spent(&visit).await;
    };
    let draft = visit.draft(forms::REDEEM).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    // Refused, it waits to be read.
    let carries_on = (landing.same_browser && draft.is_none()).then_some("");
    let code = landing.wants_code.then(|| code_field(problems, true));
    let body = view! {
        <h1>{say::sign_in_as_question(landing.name.as_str())}</h1>
        {refused(draft.as_ref())}
        <form class="form panel" method="post" action={action::<RedeemLink>()} data-continue=carries_on>
            <input type="hidden" name="token" value=token/>
            {code}
            <button class="button wide">{say::sign_in_as(landing.name.as_str())}</button>
            <p class="small muted">
                {say::link_works_once()}
                {landing.wants_code.then(|| view! { " " <a href=paths::SIGN_IN>{say::new_email()}</a> })}
            </p>
        </form>
    };
    let page = Page::new(say::title(), body).narrow();
    Ok(if carries_on.is_some() { page.with_script(visit.assets.carry_on.clone()) } else { page })
}

/// A link that is used, expired, garbled or void: the same page for all. Who is signed in is led on; the browser that asked
/// can still enter the code; everyone gets a way to a fresh link.
async fn spent(visit: &Visit) -> Done<Page> {
    let asked = ways::asked_for(&visit.site, visit.visitor.binding.as_ref()).await?;
    let next = asked.as_ref().map(|asked| asked.next.clone()).unwrap_or_default();
    let email = asked.as_ref().map(|asked| asked.email.clone()).unwrap_or_default();
    let code = asked.map(|_| {
        let enter = view! { <a href=paths::CHECK_MAIL>{say::enter_code_instead_enter()}</a> }.into_any();
        view! { <p>{rich([enter], |[enter]| say::enter_code_instead(enter))}</p> }
    });
    let body = view! {
        <h1>{say::spent()}</h1>
        <Banner tone=Tone::Warning text=words::obstacle(crate::error::Obstacle::LinkSpent)/>
        {signed_in_already(visit)}
        {code}
        <form class="form panel" method="post" action={action::<AskForLink>()}>
            <input type="hidden" name="next" value=next/>
            {address_field(email, Problems::default(), false)}
            <button class="button wide">{say::new_link()}</button>
        </form>
    };
    Ok(Page::new(say::title(), body).narrow())
}
