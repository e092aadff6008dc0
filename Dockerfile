# The bot in an image without a shell: the binary, the knowledge and the configuration, and nothing else.
#
#   docker build -t casebook .
#   docker run --rm --read-only --network none casebook ask '/actor Aliyev'

FROM rust:1-slim-bookworm AS dependencies
WORKDIR /build
# Dependencies change seldom and take longest: they are built from the manifests alone, so that a change of the sources
# does not build them again.
COPY Cargo.toml Cargo.lock ./
RUN mkdir src \
 && echo 'fn main() {}' > src/main.rs \
 && touch src/lib.rs \
 && cargo build --release --locked --bin casebook \
 && rm -r src

FROM dependencies AS build
COPY src src
# The empty sources above are newer than those in a checkout: cargo goes by time.
RUN find src -name '*.rs' -exec touch {} + \
 && cargo build --release --locked --bin casebook \
 && strip target/release/casebook

# A knowledge folder with a fault makes no image.
FROM build AS checked
COPY knowledge knowledge
RUN target/release/casebook check knowledge

FROM gcr.io/distroless/cc-debian12:nonroot
# What a registry shows of the image: https://github.com/opencontainers/image-spec/blob/main/annotations.md
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Casebook" \
      org.opencontainers.image.description="A self-hosted Discord bot that answers study groups from a curated, cited fact base" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /casebook
COPY --from=checked /build/target/release/casebook /usr/local/bin/casebook
COPY config.toml ./
COPY --from=checked /build/knowledge knowledge
USER nonroot
# Asks /healthz at `[http] listen` of config.toml: there is no shell and no curl in here.
HEALTHCHECK --interval=30s --timeout=5s --start-period=45s --retries=3 CMD ["/usr/local/bin/casebook", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/casebook"]
CMD ["serve"]
