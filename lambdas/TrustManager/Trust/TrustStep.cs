using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>One thing to do to a directory: one call, or one wait for what a call began.</summary>
public abstract record TrustStep(CertificatePurpose Purpose)
{
    /// <summary>One line for a person.</summary>
    public abstract string Text { get; }

    /// <summary>What the purpose is called in a sentence.</summary>
    private protected string Use => PurposeName.Of(Purpose);

    public sealed record Register(CertificatePurpose Purpose, CaCertificate Certificate, string? OcspUrl)
        : TrustStep(Purpose)
    {
        /// <summary>The usual reason.</summary>
        public const string Listed = "its sources list it";

        public string Why { get; init; } = Listed;

        public override string Text => $"register '{Certificate.CommonName}' ({Certificate.Thumbprint}) for {Use}"
            + (OcspUrl is null ? "" : $" with OCSP URL {OcspUrl}");
    }

    /// <summary>
    /// Registers a certificate that others may have registered; where they have, that is refused and nothing changes.
    /// </summary>
    /// <param name="Id">Of theirs.</param>
    public sealed record Identify(CertificatePurpose Purpose, CaCertificate Certificate, string Id, string? OcspUrl)
        : TrustStep(Purpose)
    {
        public override string Text =>
            $"find out whether '{Certificate.CommonName}' ({Id}), which others registered for {Use}, is "
            + $"{Certificate.Thumbprint}, and register that if not";
    }

    public sealed record AwaitRegistered(CertificatePurpose Purpose, CaCertificate Certificate) : TrustStep(Purpose)
    {
        public override string Text => $"wait until '{Certificate.CommonName}' is registered for {Use}";
    }

    public sealed record Enable(CertificatePurpose Purpose) : TrustStep(Purpose)
    {
        public override string Text => $"enable {Use}";
    }

    public sealed record AwaitEnabled(CertificatePurpose Purpose) : TrustStep(Purpose)
    {
        public override string Text => $"wait until {Use} is enabled";
    }

    public sealed record Disable(CertificatePurpose Purpose) : TrustStep(Purpose)
    {
        public override string Text => $"disable {Use}";
    }

    public sealed record Deregister(CertificatePurpose Purpose, string Id, string CommonName, string Why)
        : TrustStep(Purpose)
    {
        public override string Text => $"deregister '{CommonName}' ({Id}) from {Use}: {Why}";
    }

    public sealed record AwaitDeregistered(CertificatePurpose Purpose, string Id, string CommonName)
        : TrustStep(Purpose)
    {
        public override string Text => $"wait until '{CommonName}' ({Id}) is gone from {Use}";
    }
}
