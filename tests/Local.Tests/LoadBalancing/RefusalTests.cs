namespace Infra.Local.Tests.LoadBalancing;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Other_methods_are_405_without_asking_the_function(string method)
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        var answer = await RawHttp.SendAsync(rig.Port, $"{method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 405 Method Not Allowed\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nServer: awselb/2.0\r\n", answer, StringComparison.Ordinal);
        Assert.Empty(rig.Functions.Events);
    }

    [Fact]
    public async Task A_body_of_1_MB_passes_and_one_byte_more_is_413()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        using var client = new HttpClient();
        using var largest = new ByteArrayContent(new byte[1_000_000]);
        using var tooLarge = new ByteArrayContent(new byte[1_000_001]);

        using var passed = await client.PostAsync(rig.Url, largest);
        using var refused = await client.PostAsync(rig.Url, tooLarge);

        Assert.Equal((200, 413), ((int)passed.StatusCode, (int)refused.StatusCode));
        Assert.Single(rig.Functions.Events);
    }

    [Fact]
    public async Task A_body_whose_length_is_not_told_is_counted()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        var chunk = $"{100_000:x}\r\n{new string('x', 100_000)}\r\n";

        var answer = await RawHttp.SendAsync(
            rig.Port,
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            + $"{string.Concat(Enumerable.Repeat(chunk, 11))}0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_384 - 5, "HTTP/1.1 400 Bad Request\r\n")]
    [InlineData(16_384 - 6, "HTTP/1.1 200 OK\r\n")]
    public async Task A_header_holds_16_K(int valueLength, string status)
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        // Name, colon, space and line end are six bytes more.
        var answer = await RawHttp.GetAsync(rig.Port, "/", $"XY: {new string('x', valueLength)}");

        Assert.StartsWith(status, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_headers_together_hold_64_K()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        var headers = Enumerable.Range(0, 5).Select(i => $"X-{i}: {new string('x', 14_000)}").ToArray();

        var four = await RawHttp.GetAsync(rig.Port, "/", headers[..4]);
        var five = await RawHttp.GetAsync(rig.Port, "/", headers);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", four, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", five, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_line_over_16_K_is_414()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        var answer = await RawHttp.GetAsync(rig.Port, $"/{new string('x', 16_384)}");

        Assert.StartsWith("HTTP/1.1 414 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_request_is_400()
    {
        await using var rig = await LoadBalancingRig.StartAsync();

        var answer = await RawHttp.SendAsync(rig.Port, "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer, StringComparison.Ordinal);
        Assert.Empty(rig.Functions.Events);
    }
}
