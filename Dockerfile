FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY . .
RUN npm run prepare && mkdir data && chown node data
USER node
ENV HOST=0.0.0.0 RAPPORTEUR_DATA=/app/data
VOLUME /app/data
EXPOSE 3000
CMD ["node", "--v8-pool-size=1", "--max-semi-space-size=16", "--heap-growing-percent=100", "src/start.js", "--serve"]
