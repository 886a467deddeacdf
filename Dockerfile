# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS node

FROM rust:1.96-slim-bookworm AS build
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential mold \
    && rm -rf /var/lib/apt/lists/*
COPY --from=node /usr/local/bin /usr/local/bin
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
WORKDIR /build
# The tools come before the sources, so that this layer is kept while only the sources change.
COPY script script
COPY Cargo.toml Cargo.lock package.json package-lock.json ./
RUN script/bootstrap
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    script/build --release \
    && mkdir /out \
    && cp target/release/ticket-pool /out/ \
    && cp -r target/site /out/site

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin tickets \
    && install --directory --owner=tickets --mode=750 /data /backups
COPY --from=build /out/ticket-pool /usr/local/bin/ticket-pool
COPY --from=build /out/site /app/site
ENV LISTEN=0.0.0.0:5000 DATABASE=/data/tickets.db LEPTOS_SITE_ROOT=/app/site
USER tickets
WORKDIR /data
VOLUME /data
EXPOSE 5000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["ticket-pool", "healthcheck"]
CMD ["ticket-pool", "serve"]
