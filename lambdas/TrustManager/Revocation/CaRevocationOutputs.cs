namespace Infra.TrustManager.Revocation;

/// <summary>What templates can read of a <c>Custom::CaRevocation</c> with <c>Fn::GetAtt</c>.</summary>
public sealed record CaRevocationOutputs(
    CrlPlace Place, string CertificateKey, bool Changed, IReadOnlyList<string> Warnings)
{
    public const string CaCertificateUrl = "CaCertificateUrl";

    /// <summary>Sentences for a person, or <see cref="WarningText.None"/>.</summary>
    public const string Warning = "Warning";

    /// <summary><c>true</c> when this request changed the CA.</summary>
    public const string ChangedName = "Changed";

    public IReadOnlyDictionary<string, string> ToData() => new Dictionary<string, string>
    {
        [CaCertificateUrl] = Place.Url(CertificateKey),
        [Warning] = WarningText.Of(Warnings),
        [ChangedName] = Changed ? "true" : "false",
    };
}
