using System.Text.Json.Nodes;

namespace Infra.Cdk.Configuration;

/// <summary>Settings that the command line replaces, for what is known only when it runs; null keeps the file's.</summary>
/// <remarks>Checked like the file's own.</remarks>
public sealed record EnvironmentOverrides
{
    /// <summary><c>functions.runtime</c>.</summary>
    public string? FunctionRuntime { get; init; }

    /// <summary><c>certificateAuthority.arn</c>.</summary>
    public string? CertificateAuthorityArn { get; init; }

    /// <summary><c>certificateAuthority.parentCertificateAuthorityArn</c>.</summary>
    public string? ParentCertificateAuthorityArn { get; init; }

    /// <summary>
    /// Folder that the paths of PEM files begin at, in place of <c>environments/</c>: for certificates that are made
    /// when the command runs.
    /// </summary>
    public string? CertificateFolder { get; init; }

    /// <summary>The overrides among the values of <c>-c name=value</c>.</summary>
    public static EnvironmentOverrides From(Func<string, object?> context) => new()
    {
        FunctionRuntime = context("functionRuntime") as string,
        CertificateAuthorityArn = context("certificateAuthorityArn") as string,
        ParentCertificateAuthorityArn = context("parentCertificateAuthorityArn") as string,
        CertificateFolder = context("certificateFolder") as string,
    };

    public void ApplyTo(JsonNode? document)
    {
        if (document is JsonObject settings)
        {
            Replace(settings, "functions", "runtime", FunctionRuntime);
            Replace(settings, "certificateAuthority", "arn", CertificateAuthorityArn);
            Replace(settings, "certificateAuthority", "parentCertificateAuthorityArn", ParentCertificateAuthorityArn);
        }
    }

    private static void Replace(JsonObject settings, string section, string name, string? value)
    {
        if (value is not null && (settings[section] ??= new JsonObject()) is JsonObject members)
        {
            members[name] = value;
        }
    }
}
