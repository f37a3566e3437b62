using System.Globalization;

namespace Infra.Local.Verification.Checks;

/// <summary>How CRLs and CA certificates are answered, conditional requests included.</summary>
public sealed class AnswerChecks(Site site)
{
    private const int LongestMaxAge = 3600;

    public IEnumerable<Check> All() =>
    [
        new("A CRL is served with type, validators and a lifetime", _ => HeadersAsync()),
        new("max-age never passes nextUpdate", MaxAgeEndsAtNextUpdateAsync),
        new("A CA certificate is served under the AIA prefix", _ => CertificatesAsync()),
        new("HEAD has the headers of GET and no body", _ => HeadAsync()),
        new("If-None-Match is answered with 304: exact, weak, in a list, any", _ => NotModifiedAsync()),
        new("If-None-Match with other tags is answered in full, whatever If-Modified-Since says", _ => OtherTagsAsync()),
        new("If-Modified-Since is answered with 304 unless it is older or no date", _ => ModifiedSinceAsync()),
    ];

    private async Task<string> HeadersAsync()
    {
        var answer = await site.Client.GetAsync(site.CaCrlPath);
        Expect.Equal(200, answer.Status, "status");
        Expect.Equal("application/pkix-crl", answer["content-type"], "Content-Type");
        Expect.True(answer["etag"] is ['"', .., '"'], $"ETag {answer["etag"]} is a strong validator");
        Expect.True(DateTimeOffset.TryParse(answer["last-modified"], CultureInfo.InvariantCulture, out _), "Last-Modified is a date");
        Expect.Equal("public, max-age=3600, must-revalidate, no-transform", answer["cache-control"], "Cache-Control");
        return $"{answer.Body.Length} bytes, ETag {answer["etag"]}, {answer["cache-control"]}";
    }

    private async Task<string> MaxAgeEndsAtNextUpdateAsync(CancellationToken cancellationToken)
    {
        var now = site.Now;
        await site.PutAsync("crl/short.crl", site.Sample.Build(1, now.AddHours(-1), now.AddMinutes(10)));
        var answer = await site.Client.GetAsync("/crl/short.crl");
        Expect.Equal(200, answer.Status, "status");
        Expect.True(answer.MaxAge is > 500 and <= 600, $"max-age {answer.MaxAge} is just under 600 s");
        return $"nextUpdate in 600 s: max-age={answer.MaxAge}, where {LongestMaxAge} is usual";
    }

    private async Task<string> CertificatesAsync()
    {
        foreach (var extension in new[] { "cer", "crt" })
        {
            await site.State.ChangeAsync(() => site.PutAsync($"aia/sample.{extension}", site.Sample.Certificate));
            var answer = await site.Client.GetAsync($"/aia/sample.{extension}");
            Expect.Equal((200, "application/pkix-cert"), (answer.Status, answer["content-type"]), extension);
            Expect.True(answer.Body.SequenceEqual(site.Sample.Certificate), $"the bytes of .{extension} are those in the bucket");
        }

        return "application/pkix-cert, for .cer and .crt";
    }

    private async Task<string> HeadAsync()
    {
        var got = await site.Client.GetAsync(site.CaCrlPath);
        var head = await site.Client.SendAsync(HttpMethod.Head, site.CaCrlPath);
        Expect.Equal((200, 0), (head.Status, head.Body.Length), "status and body");
        foreach (var name in new[] { "content-type", "etag", "last-modified", "cache-control" })
        {
            Expect.Equal(got[name], head[name], name);
        }

        return $"200, ETag {head["etag"]}, 0 bytes";
    }

    private async Task<string> NotModifiedAsync()
    {
        var etag = (await site.Client.GetAsync(site.CaCrlPath))["etag"];
        foreach (var condition in new[] { etag, $"W/{etag}", $"\"other\", {etag}", "*" })
        {
            var answer = await site.Client.GetAsync(site.CaCrlPath, ("If-None-Match", condition));
            Expect.Equal((304, 0), (answer.Status, answer.Body.Length), $"status and body for {condition}");
            Expect.Equal(etag, answer["etag"], "ETag");
            Expect.True(answer["cache-control"].Length > 0, "a 304 carries Cache-Control");
        }

        return etag;
    }

    private async Task<string> OtherTagsAsync()
    {
        var answer = await site.Client.GetAsync(
            site.CaCrlPath, ("If-None-Match", "\"other\""), ("If-Modified-Since", HttpDate(site.Now.AddDays(1))));
        Expect.Equal(200, answer.Status, "status");
        return "200";
    }

    private async Task<string> ModifiedSinceAsync()
    {
        var lastModified = (await site.Client.GetAsync(site.CaCrlPath))["last-modified"];
        var before = DateTimeOffset.Parse(lastModified, CultureInfo.InvariantCulture).AddSeconds(-1);
        foreach (var (date, status) in new[] { (lastModified, 304), (HttpDate(before), 200), ("yesterday", 200) })
        {
            var answer = await site.Client.GetAsync(site.CaCrlPath, ("If-Modified-Since", date));
            Expect.Equal(status, answer.Status, $"status for {date}");
        }

        return lastModified;
    }

    private static string HttpDate(DateTimeOffset date) => date.ToString("R", CultureInfo.InvariantCulture);
}
