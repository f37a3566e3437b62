using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Infra.Local.Lambda.Execution;

namespace Infra.EndToEnd.Tests;

/// <summary>What a function has loaded by the time it asks for its first event does not grow unnoticed.</summary>
/// <remarks>Loading types is more than half of a cold start (docs/adr/0009-speed.md).</remarks>
[Collection(nameof(LocalProgram))]
public sealed class StartBudgetTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>25 for CrlResponder, 23 to 25 for TrustManager in November 2026; the composite image counts.</summary>
    [Theory]
    [InlineData("CrlResponder", "bootstrap", 26)]
    [InlineData("TrustManager", "CaRevocation", 26)]
    [InlineData("TrustManager", "FirstCrl", 26)]
    [InlineData("TrustManager", "CaActivation", 26)]
    [InlineData("TrustManager", "DirectoryTrust", 26)]
    [InlineData("TrustManager", "DirectoryReconcile", 26)]
    [InlineData("TrustManager", "DirectoryRead", 26)]
    public async Task A_function_loads_few_assemblies_before_its_first_event(string package, string handler, int budget)
    {
        var folder = await PublishedFunction.PublishAsync(package);
        using var runtimeApi = new TcpListener(IPAddress.Loopback, 0);
        runtimeApi.Start();
        await using var function = FunctionProcess.Start(
            new StartCommand(Path.Combine(folder, "bootstrap"), []),
            folder,
            Variables(handler, (IPEndPoint)runtimeApi.LocalEndpoint),
            _ => { },
            _ => { });

        using var question = await FirstQuestionAsync(runtimeApi);

        Assert.InRange(LoadedAssemblies(function.Id).Count, 1, budget);
    }

    private static Dictionary<string, string> Variables(string handler, IPEndPoint runtimeApi) => new()
    {
        ["_HANDLER"] = handler,
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi.ToString(),
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "ASIAEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["CRL_BUCKET"] = "crl-bucket",
        ["TRUST_DIRECTORY_ID"] = "d-0123456789",
        ["TRUST_DIRECTORY_IDS"] = "d-0123456789",
        ["TRUST_MEMORY_BUCKET"] = "state",
        ["TRUST_PROPERTIES_FINGERPRINT"] = new string('0', 64),
        ["TRUST_PROPERTIES_FINGERPRINTS"] = new string('0', 64),
    };

    /// <summary>The connection on which the function waits for an event that never comes.</summary>
    private static async Task<TcpClient> FirstQuestionAsync(TcpListener runtimeApi)
    {
        using var giveUp = new CancellationTokenSource(Patience);
        var connection = await runtimeApi.AcceptTcpClientAsync(giveUp.Token);
        Assert.NotEqual(0, await connection.GetStream().ReadAsync(new byte[1], giveUp.Token));
        return connection;
    }

    /// <summary>Files are mapped into the process and stay there.</summary>
    private static HashSet<string> LoadedAssemblies(int processId) =>
    [
        .. File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/maps"))
            .Where(line => line.EndsWith(".dll", StringComparison.Ordinal))
            .Select(line => line[line.LastIndexOf('/')..]),
    ];
}
