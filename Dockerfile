# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# The project files first, so that packages are restored again only when these change.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Bot/Bot.csproj src/Bot/
COPY src/Channels/Channels.csproj src/Channels/
COPY src/Knowledge/Knowledge.csproj src/Knowledge/
RUN dotnet restore src/Bot

COPY src src
COPY config config
RUN dotnet publish src/Bot -c Release -o /app --no-restore

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .

# The image's own unprivileged user; only the data directory is its to write.
RUN mkdir /app/data && chown app:app /app/data
USER app
VOLUME /app/data
ENV ASPNETCORE_URLS=http://+:5080
EXPOSE 5080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
    CMD curl --fail --silent http://localhost:5080/health/ready || exit 1
ENTRYPOINT ["./ServiceBot"]
