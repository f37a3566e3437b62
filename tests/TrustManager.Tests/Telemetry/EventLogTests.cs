using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Telemetry;

public sealed class EventLogTests
{
    [Fact]
    public void A_line_has_nothing_that_misleads_a_reader_and_loses_nothing()
    {
        const string Name = "M\u00fcller \u202e\u001b[2J\u009b\u2028\n CA";
        var time = new FakeTime();
        using var output = new MemoryStream();

        new EventLog(output, time).For(new FakeContext(time, TimeSpan.FromMinutes(1))).Noted("d-1", Name);

        var line = Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain(line[..^1], c => char.IsControl(c) || c is '\u202e' or '\u2028');
        Assert.Contains("M\u00fcller \\u202e", line, StringComparison.Ordinal);
        Assert.Equal(Name, JsonNode.Parse(line)!["what"]!.GetValue<string>());
    }
}
