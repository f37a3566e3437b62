using System.Text;
using System.Text.Json.Nodes;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using Infra.TrustManager.Tests.Fakes;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Requests;

/// <summary>The functions of a directory are given what is not theirs.</summary>
public sealed class WrongFunctionTests : IDisposable
{
    private readonly RotatingAccount _account = new();

    public static TheoryData<string> Nonsense => new(
        "", "{", "{}", "[]", "null", "7", "\"plan\"", """{"request":"hold","reason":"\ud800"}""", "\u0001");

    public void Dispose() => _account.Dispose();

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Nonsense_is_answered_with_an_error_by_each_function(string payload)
    {
        foreach (var handle in Handlers())
        {
            var response = await handle(Encoding.UTF8.GetBytes(payload));

            Assert.NotEmpty(response["error"]!.GetValue<string>());
            Assert.Equal(response["error"]!.ToJsonString(), response["text"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_answered_with_an_error_by_each_function()
    {
        foreach (var handle in Handlers())
        {
            Assert.NotNull((await handle([0xFF, 0xFE, 0x00]))["error"]);
        }
    }

    [Fact]
    public async Task An_event_of_CloudFormation_changes_nothing_and_is_sent_no_answer()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        var (stored, answers) = (_account.Base.Memory.Stored, _account.Base.Answers.Heard.Count);
        var forged = Some.Event("Update", new Dictionary<string, string>());
        forged["PhysicalResourceId"] = $"directory-trust/{DirectoryId}";
        forged["ResourceProperties"] = TrustAccount.Properties(Ldaps(Ca("Attacker")));
        forged["OldResourceProperties"] = TrustAccount.Properties(Ldaps(Ca("Root")));

        foreach (var handle in Handlers())
        {
            var response = await handle(Encoding.UTF8.GetBytes(forged.ToJsonString()));

            Assert.Contains(
                "This is an event of CloudFormation, which function", response["error"]!.GetValue<string>(),
                StringComparison.Ordinal);
        }

        Assert.Equal(["Root"], _account.Names);
        Assert.Same(stored, _account.Base.Memory.Stored);
        Assert.Equal(answers, _account.Base.Answers.Heard.Count);
        Assert.Contains("\"level\":\"Warning\"", _account.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_EventBridge_makes_no_function_run_that_only_reads()
    {
        await _account.DeployAsync(Ldaps(Ca("Root")));
        _account.Drop(CertificatePurpose.Ldaps, Ca("Root"), Ca("Next"));

        var response = await RespondAsync(
            _account.Read().HandleAsync,
            """{"source":"aws.events","detail-type":"Scheduled Event"}"""u8.ToArray());

        Assert.Contains("does not accept", response["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["Root"], _account.Names);
    }

    private IEnumerable<Func<byte[], Task<JsonNode>>> Handlers() =>
    [
        payload => RespondAsync(_account.Read().HandleAsync, payload),
        payload => RespondAsync(_account.Reconcile().HandleAsync, payload),
    ];

    private async Task<JsonNode> RespondAsync(
        Func<Stream, Amazon.Lambda.Core.ILambdaContext, Task<Stream>> handle, byte[] payload)
    {
        using var input = new MemoryStream(payload);
        using var output = await handle(input, new FakeContext(_account.Base.Time, TimeSpan.FromMinutes(15)));
        return (await JsonNode.ParseAsync(output))!;
    }
}
