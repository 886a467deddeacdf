use leptos::prelude::*;

use super::Reply;

/// Changes one's own name.
#[server(prefix = "/api", endpoint = "account/rename")]
pub async fn rename(#[server(default)] name: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::AccountForm { name: Some(name.clone()), ..Default::default() };
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &typed), async |site, actor| {
        services::person::rename(site, actor, &name).await?;
        Ok(Onward::same_page().saying(Notice::NameSaved))
    })
    .await
}

/// Says in which language one reads.
#[server(prefix = "/api", endpoint = "account/language")]
pub async fn set_language(#[server(default)] language: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::AccountForm { language: Some(language.clone()), ..Default::default() };
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &typed), async |site, actor| {
        services::person::set_language(site, actor, &language).await?;
        Ok(Onward::same_page().saying(Notice::LanguageSaved))
    })
    .await
}

/// Says in which zone one is.
#[server(prefix = "/api", endpoint = "account/zone")]
pub async fn set_zone(#[server(default)] zone: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::AccountForm { zone: Some(zone.clone()), ..Default::default() };
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &typed), async |site, actor| {
        services::person::set_zone(site, actor, &zone).await?;
        Ok(Onward::same_page().saying(Notice::ZoneSaved))
    })
    .await
}
