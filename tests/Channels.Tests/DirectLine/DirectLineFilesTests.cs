using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.DirectLine;

public sealed class DirectLineFilesTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1];
    private static readonly byte[] WebP = [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBP"u8];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Picture_is_kept_and_comes_back_at_an_address_that_needs_no_header()
    {
        await using var host = await DirectLineHost.StartAsync();

        var id = await UploadAsync(host, "补货照片", Png);
        host.History.Say(host.Inbox.Accepted.Single());
        var echo = (await host.PollAsync("c1")).Activities.Single();
        var attachment = echo.GetProperty("attachments").EnumerateArray().Single();
        using var response = await host.Client.GetAsync(new Uri(attachment.Text("contentUrl")!), Cancelled);

        Assert.Equal(id, echo.Text("id"));
        Assert.Equal(("image/png", "货架.png"), (attachment.Text("contentType"), attachment.Text("name")));
        Assert.Equal(Png, await response.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("inline", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var text = Assert.IsType<Inbound.Text>(host.Inbox.Accepted.Single());
        Assert.Equal(("补货照片", "file1"), (text.Content, text.Attachments!.Single()));
    }

    [Fact]
    public async Task Picture_without_words_is_a_picture()
    {
        await using var host = await DirectLineHost.StartAsync();

        await UploadAsync(host, null, Jpeg, WebP);

        var picture = Assert.IsType<Inbound.Picture>(host.Inbox.Accepted.Single());
        Assert.Equal("file1", picture.MediaId);
        Assert.Equal(["file1", "file2"], picture.Attachments!);
        Assert.DoesNotContain("thumbnail", picture.Wire!, StringComparison.Ordinal);
        Assert.Equal(["image/jpeg", "image/webp"], host.Attachments.Files.Values.Select(file => file.ContentType));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("RIFF1234WAVE")]
    [InlineData("")]
    public async Task File_that_is_no_picture_is_refused_whatever_it_is_called(string content)
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, _, _) = await SendAsync(host, Form("看", Encoding.UTF8.GetBytes(content)));

        Assert.Equal(415, status);
        Assert.Empty(host.Inbox.Accepted);
        Assert.Empty(host.Attachments.Files);
    }

    [Fact]
    public async Task Files_that_are_too_many_or_too_large_are_413()
    {
        await using var host = await DirectLineHost.StartAsync(("MaxFileBytes", "1000"));

        Assert.Equal(413, (await SendAsync(host, Form("看", Png, Png, Png, Png))).Status);
        Assert.Equal(413, (await SendAsync(host, Form("看", [.. Png, .. new byte[1000]]))).Status);
        Assert.Equal(413, (await SendAsync(host, Form("看", [.. Png, .. new byte[600_000]]))).Status);
        Assert.Equal(200, (await SendAsync(host, Form("看", [.. Png, .. new byte[989]]))).Status);
    }

    [Theory]
    [InlineData("text/plain", "x")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "not a part")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n")]
    public async Task Upload_that_is_not_well_formed_is_400(string contentType, string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        Assert.Equal(400, (await SendAsync(host, content)).Status);
    }

    [Fact]
    public async Task Address_of_a_picture_ends_and_opens_no_other()
    {
        await using var host = await DirectLineHost.StartAsync();
        await UploadAsync(host, null, Png);
        await UploadAsync(host, null, Jpeg);
        host.History.Say(host.Inbox.Accepted.First());
        var url = (await host.PollAsync("c1")).Activities[0].GetProperty("attachments")[0].Text("contentUrl")!;
        async Task<int> GetAsync(string address) => (int)(await host.Client.GetAsync(new Uri(address), Cancelled)).StatusCode;

        Assert.Equal(403, await GetAsync(url.Replace("file1", "file2", StringComparison.Ordinal)));
        Assert.Equal(403, await GetAsync(url[..url.IndexOf('?', StringComparison.Ordinal)]));
        Assert.Equal(200, await GetAsync(url));
        host.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(403, await GetAsync(url));
    }

    [Fact]
    public async Task File_of_another_channel_that_is_no_picture_is_not_shown()
    {
        await using var host = await DirectLineHost.StartAsync();
        await UploadAsync(host, null, Png);
        host.History.Say(host.Inbox.Accepted.Single());
        var url = (await host.PollAsync("c1")).Activities[0].GetProperty("attachments")[0].Text("contentUrl")!;
        host.Attachments.Files["file1"] = new AttachedFile("text/html", null, "<script>"u8.ToArray());

        using var response = await host.Client.GetAsync(new Uri(url), Cancelled);

        Assert.Equal(404, (int)response.StatusCode);
    }

    private static async Task<string> UploadAsync(DirectLineHost host, string? text, params byte[][] files)
    {
        var (status, json, _) = await SendAsync(host, Form(text, files));
        Assert.Equal(200, status);
        return json.Text("id")!;
    }

    private static Task<(int Status, JsonElement Json, HttpResponseMessage Response)> SendAsync(DirectLineHost host, HttpContent content) =>
        host.SendAsync(HttpMethod.Post, "/conversations/c1/upload?userId=u1", host.TokenFor("c1"), content);

    /// <summary>As the client library sends it: the activity is a file called blob.</summary>
    private static MultipartFormDataContent Form(string? text, params byte[][] files)
    {
        var activity = new StringContent(JsonSerializer.Serialize(new
        {
            type = "message",
            text,
            attachments = files.Select(_ => new { contentType = "text/html", name = "x", thumbnailUrl = "data:image/png;base64,AAAA" }),
        }));
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        var form = new MultipartFormDataContent { { activity, "activity", "blob" } };
        form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"file\"; filename=\"货架.png\"");
            form.Add(part);
        }

        return form;
    }
}
