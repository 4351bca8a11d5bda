# One image for every role: `serve`, `work`, `all`. Build: docker build -t convene .
# All in one, with what it keeps: docker run -p 127.0.0.1:3000:3000 -v convene:/data -e ADMIN_TOKEN=… convene all
# With less memory: --entrypoint node … convene --max-semi-space-size=2 --liftoff-only bin/program.mjs all (docs/benchmarks.md)
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && node scripts/prepare.mjs --web && npm prune --omit=dev

FROM node:26-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# /app is root's: what is kept without a DATABASE_URL has a folder of its own.
RUN install -d -o node -g node -m 700 /data
WORKDIR /app
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/program.mjs"]
CMD ["serve"]
