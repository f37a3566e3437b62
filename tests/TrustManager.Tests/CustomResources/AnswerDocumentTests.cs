using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Tests.CustomResources;

public sealed class AnswerDocumentTests
{
    /// <summary>Text with everything that JSON or UTF-8 makes longer, up to lengths far beyond an answer.</summary>
    private static readonly Gen<string> Texts =
        from part in Gen.Elements("a", "\"", "\\", "\n", "\u0001", "é", "漢", "🔑", "\ud83d", "\udd11", "\u2028")
        from other in Gen.Elements("", "b", "ß", "\t")
        from count in Gen.Choose(0, 3000)
        select string.Concat(Enumerable.Repeat(part + other, count));

    private static readonly Arbitrary<CustomResourceAnswer> Answers = (
        from succeeded in Gen.Elements(true, false)
        from reason in Texts
        from value in Texts
        from id in Gen.Choose(1, 1024)
        select Answer(succeeded, new string('i', id), reason, value)).ToArbitrary();

    [Fact]
    public void An_answer_is_at_most_4096_bytes_of_valid_JSON_about_the_request() =>
        Prop.ForAll(Answers, answer =>
        {
            var bytes = AnswerDocument.Render(answer);

            using var json = JsonDocument.Parse(bytes);
            return bytes.Length <= 4096
                && json.RootElement.GetProperty("PhysicalResourceId").GetString() == answer.PhysicalResourceId
                && json.RootElement.GetProperty("StackId").GetString() == answer.Address.StackId
                && json.RootElement.GetProperty("Status").GetString() == (answer.Succeeded ? "SUCCESS" : "FAILED");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_reason_is_cut_between_characters() =>
        Prop.ForAll(Answers, answer =>
        {
            using var json = JsonDocument.Parse(AnswerDocument.Render(answer));
            var whole = Printable.Text(answer.Reason ?? "");
            var reason = json.RootElement.GetProperty("Reason").GetString()!;

            return reason == whole
                || (reason.EndsWith("...", StringComparison.Ordinal) && whole.StartsWith(reason[..^3], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_reason_leaves_the_data_whole()
    {
        var answer = Answer(succeeded: true, "id", new string('r', 5000), "http://crl.example.mil/crl/1.crl");

        using var json = JsonDocument.Parse(AnswerDocument.Render(answer));

        Assert.Equal("http://crl.example.mil/crl/1.crl", json.RootElement.GetProperty("Data").GetProperty("CrlUrl").GetString());
        Assert.EndsWith("...", json.RootElement.GetProperty("Reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_go_before_the_reason_becomes_unreadable()
    {
        var answer = Answer(succeeded: false, "id", "It failed. Do this.", new string('d', 5000));

        using var json = JsonDocument.Parse(AnswerDocument.Render(answer));

        Assert.Equal("It failed. Do this.", json.RootElement.GetProperty("Reason").GetString());
        Assert.Empty(json.RootElement.GetProperty("Data").EnumerateObject());
    }

    [Fact]
    public void Nothing_is_masked_and_nothing_is_null()
    {
        var text = Encoding.UTF8.GetString(AnswerDocument.Render(Answer(succeeded: true, "id", null, "v")));

        Assert.DoesNotContain("NoEcho", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
    }

    private static CustomResourceAnswer Answer(bool succeeded, string id, string? reason, string value) =>
        new(Some.Address(), succeeded, id, reason, new Dictionary<string, string> { ["CrlUrl"] = value });
}
