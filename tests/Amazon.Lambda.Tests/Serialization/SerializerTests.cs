using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Infra.Amazon.Lambda.Tests.Serialization;

public class SerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<TestJson> Serializer = new();

    [Theory]
    [InlineData("\"2026-11-21T12:00:00Z\"")]
    [InlineData("1795262400")]
    [InlineData("1795262400.0")]
    [InlineData("1.7952624e9")]
    public void A_time_is_iso_text_or_seconds_since_1970(string time)
    {
        var read = Read<Dated>($$"""{"time":{{time}}}""");

        Assert.Equal(new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc), read.Time);
        Assert.Equal(DateTimeKind.Utc, read.Time.Kind);
    }

    [Fact]
    public void Seconds_keep_their_fraction()
    {
        var read = Read<Dated>("""{"time":1.5}""");

        Assert.Equal(DateTime.UnixEpoch.AddMilliseconds(1500), read.Time);
    }

    [Fact]
    public void A_time_is_written_as_iso_text()
    {
        var json = Write(new Dated { Time = DateTime.UnixEpoch });

        Assert.Equal("""{"Time":"1970-01-01T00:00:00Z"}""", json);
    }

    [Fact]
    public void Binary_data_is_base64()
    {
        var read = Read<Attachment>("""{"data":"AAEC"}""");

        read.Data!.Position = 2;

        Assert.Equal([0, 1, 2], read.Data.ToArray());
        Assert.Equal("""{"Data":"AAEC"}""", Write(read));
        Assert.Equal("{}", Write(new Attachment()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"number":"seven"}""")]
    [InlineData("[]")]
    public void A_bad_event_names_the_type_and_keeps_the_cause(string json)
    {
        var error = Assert.Throws<JsonSerializerException>(() => Read<Numbered>(json));

        Assert.Contains(typeof(Numbered).FullName!, error.Message, StringComparison.Ordinal);
        Assert.IsType<JsonException>(error.InnerException);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"soon\"")]
    [InlineData("1e300")]
    public void A_value_that_is_no_time_is_an_error_of_the_event(string time)
    {
        Assert.Throws<JsonSerializerException>(() => Read<Dated>($$"""{"time":{{time}}}"""));
    }

    [Fact]
    public void A_type_that_is_not_in_the_context_is_named()
    {
        var reading = Assert.Throws<JsonSerializerException>(() => Read<Version>("{}"));
        var writing = Assert.Throws<JsonSerializerException>(() => Write(new Version(1, 0)));

        Assert.Contains("No JsonTypeInfo registered", reading.Message, StringComparison.Ordinal);
        Assert.Contains("System.Version", writing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_can_be_changed()
    {
        var camelCase = new SourceGeneratorLambdaJsonSerializer<TestJson>(
            (JsonSerializerOptions options) => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        using var stream = new MemoryStream();

        camelCase.Serialize(new Numbered { Name = "a" }, stream);

        Assert.Equal("""{"name":"a","number":0}""", Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static T Read<T>(string json)
    {
        using var stream = Some.Text(json);
        return Serializer.Deserialize<T>(stream);
    }

    private static string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
