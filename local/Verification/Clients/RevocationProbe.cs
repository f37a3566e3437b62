using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.Synthesis;

namespace Infra.Local.Verification.Clients;

/// <summary>An online revocation check by .NET's own chain builder, as any .NET client would make it.</summary>
/// <remarks>
/// It runs in a process of its own with a home folder of its own: .NET keeps each CRL in memory and on disk until its
/// nextUpdate, so a second check in the same process would never ask the load balancer again.
/// </remarks>
public static class RevocationProbe
{
    /// <summary>Hidden command of this program that makes the check.</summary>
    public const string Command = "revocation-probe";

    /// <summary>What the chain builder said of <paramref name="leaf"/>: <c>NoError</c>, <c>Revoked</c> or another status.</summary>
    public static async Task<string> RunAsync(
        X509Certificate2 leaf, X509Certificate2 root, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var home = Directory.CreateTempSubdirectory("probe-");
        try
        {
            var (leafFile, rootFile) = (Path.Combine(home.FullName, "leaf.pem"), Path.Combine(home.FullName, "root.pem"));
            await File.WriteAllTextAsync(leafFile, leaf.ExportCertificatePem(), cancellationToken);
            await File.WriteAllTextAsync(rootFile, root.ExportCertificatePem(), cancellationToken);
            var start = new ProcessStartInfo(
                "dotnet",
                [typeof(RevocationProbe).Assembly.Location, Command, leafFile, rootFile, now.ToString("O", CultureInfo.InvariantCulture)]);
            start.Environment["HOME"] = home.FullName;
            start.Environment["DOTNET_CLI_HOME"] = home.FullName;
            return (await ChildProcess.RunAsync(start, cancellationToken)).Trim();
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <summary>The check itself, inside the process of its own.</summary>
    public static string Check(string leafFile, string rootFile, DateTimeOffset now)
    {
        using var leaf = X509CertificateLoader.LoadCertificateFromFile(leafFile);
        using var root = X509CertificateLoader.LoadCertificateFromFile(rootFile);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return chain.Build(leaf) ? "NoError" : string.Join(", ", chain.ChainStatus.Select(status => status.Status));
    }
}
