using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Mutations;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.DirectoryTrust;
using Infra.TrustManager.Tests.DirectoryTrust.Reconciling;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Sources;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.CustomResources;

/// <summary>Whatever an event holds, CloudFormation is answered, and operators get an error.</summary>
public sealed class HostileEventTests
{
    private static readonly SomeCa Root = SomeCa.Root();

    [Theory]
    [InlineData("DirectoryTrust")]
    [InlineData("CaRevocation")]
    [InlineData("FirstCrl")]
    [InlineData("CaActivation")]
    public async Task Every_event_that_says_where_is_answered(string kind)
    {
        var random = new Random(20261201);
        var hostile = new HostileEvent(random);
        for (var i = 0; i < 500 * MutationCount.Factor; i++)
        {
            var json = hostile.Of(Complete(kind, random.Next(3)));
            var answers = new FakeAnswers();
            try
            {
                await InvokeAsync(kind, json, answers);
                var answer = Assert.Single(answers.Heard);
                var document = AnswerDocument.Render(answer);
                Assert.InRange(document.Length, 1, AnswerDocument.MaxBytes);
                var reason = JsonNode.Parse(document)!["Reason"]!.GetValue<string>();
                Assert.DoesNotContain("Unexpected", reason, StringComparison.Ordinal);
                Assert.True(answer.Succeeded || reason.Length > 0);
            }
            catch (Exception failure)
            {
                Assert.Fail($"Event {i}, {Encoding.Latin1.GetString(json)}: {failure}");
            }
        }
    }

    [Fact]
    public async Task Functions_that_are_no_resources_respond_with_an_error()
    {
        using var account = new RotatingAccount();
        var hostile = new HostileEvent(new Random(20261202));
        foreach (var (name, handle) in new (string, Func<Stream, Amazon.Lambda.Core.ILambdaContext, Task<Stream>>)[]
        {
            ("DirectoryRead", account.Read().HandleAsync), ("DirectoryReconcile", account.Reconcile().HandleAsync),
        })
        {
            for (var i = 0; i < 250 * MutationCount.Factor; i++)
            {
                var json = hostile.Of(i % 2 == 0 ? Complete("DirectoryTrust", 1) : Request());
                using var input = new MemoryStream(json);
                using var output = await handle(input, new FakeContext(account.Base.Time, TimeSpan.FromMinutes(15)));

                var error = (await JsonNode.ParseAsync(output))!["error"]!.GetValue<string>();
                Assert.DoesNotContain("Unexpected", error, StringComparison.Ordinal);
                Assert.True(error.Length > 0, $"{name}: {Encoding.Latin1.GetString(json)}");
            }
        }
    }

    private static JsonObject Request() => new()
    {
        ["request"] = "history",
        ["directoryId"] = "d-0000000000",
        ["time"] = "2026-12-01",
        ["identity"] = new JsonObject { ["url"] = "https://sts.amazonaws.com/", ["header"] = "x" },
    };

    private static JsonObject Complete(string kind, int request)
    {
        var properties = kind switch
        {
            "DirectoryTrust" => TrustProperties(),
            "FirstCrl" => JsonSerializer.SerializeToNode(Some.FirstCrlValues())!.AsObject(),
            "CaActivation" => JsonSerializer.SerializeToNode(FakeAccount.Activation())!.AsObject(),
            _ => JsonSerializer.SerializeToNode(Some.PropertyValues())!.AsObject(),
        };
        var complete = Some.Event(new[] { "Create", "Update", "Delete" }[request], new Dictionary<string, string>());
        complete["PhysicalResourceId"] = request == 0 ? null : "present";
        complete["ResourceProperties"] = properties;
        complete["OldResourceProperties"] = request == 1 ? properties.DeepClone() : null;
        return complete;
    }

    private static JsonObject TrustProperties()
    {
        var properties = TrustAccount.Properties(SomeTrust.SmartCard(null, Root.Ca));
        properties["SmartCard"]!["TrustAnchors"] = new JsonArray(Root.Pem);
        properties["SmartCard"]!["S3Sources"] = new JsonArray(new JsonObject
        {
            ["BucketName"] = "example-pki", ["Prefix"] = "cas/", ["BucketOwner"] = "444455556666",
        });
        properties["SmartCard"]!["CertificateAuthorityArns"] = new JsonArray();
        return properties;
    }

    private static async Task InvokeAsync(string kind, byte[] json, FakeAnswers answers)
    {
        using var account = new FakeAccount();
        using var log = new MemoryStream();
        using var trust = new TrustAccount
        {
            Sources = new ListedSources(account.PrivateCa, new FakeObjects { ["cas/root.pem"] = Encoding.UTF8.GetBytes(Root.Pem) }),
        };
        var (resource, time) = kind switch
        {
            "DirectoryTrust" => (trust.Resource(), trust.Time),
            "FirstCrl" => (account.FirstCrl(), account.Time),
            "CaActivation" => (account.Activator(), account.Time),
            _ => (account.Revocation(), account.Time),
        };
        var own = new OwnResource(TrustManagerVariables.DirectoryTrust, Some.StackId, Some.LogicalId);
        var function = new CustomResourceFunction(
            resource, own, Some.Responses, answers, new EventLog(log, time), time, CancellationToken.None);
        using var input = new MemoryStream(json);
        using var output = await function.HandleAsync(input, new FakeContext(time, TimeSpan.FromMinutes(15)));
    }
}
