//! Who keeps a season. A steward is named in a form by their email address: what is wrong with it is told beside it.

use leptos::prelude::*;

use super::Reply;

/// Makes someone a steward of a season.
#[server(prefix = "/api", endpoint = "season/stewards/add")]
pub async fn add_steward(
    #[server(default)] season: String,
    #[server(default)] email: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::StewardForm { season: season.clone(), email: email.clone() };
    answer(Needs::Season(&season), forms::SEASONS.on(paths::SEASONS, &typed), async |site, actor| {
        let season = SeasonId::parse(&season).ok_or(Refusal::NotFound)?;
        services::season::add_steward(site, actor, season, &email).await?;
        Ok(Onward::same_page().saying(Notice::StewardAdded))
    })
    .await
}

/// Has someone no longer be a steward of a season. Who gives up the last of theirs has no page of seasons anymore.
#[server(prefix = "/api", endpoint = "season/stewards/remove")]
pub async fn remove_steward(
    #[server(default)] season: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::StewardForm { season: season.clone(), ..forms::StewardForm::default() };
    answer(Needs::Season(&season), forms::SEASONS.on(paths::SEASONS, &typed), async |site, actor| {
        let season = SeasonId::parse(&season).ok_or(Refusal::NotFound)?;
        services::season::remove_steward(site, actor, season, &person).await?;
        let keeps = services::season::list(site, actor).await.is_ok();
        let onward = if keeps { Onward::same_page() } else { Onward::to(paths::DASHBOARD.to_owned()) };
        Ok(onward.saying(Notice::StewardRemoved))
    })
    .await
}
