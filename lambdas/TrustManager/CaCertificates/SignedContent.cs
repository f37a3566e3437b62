namespace Infra.TrustManager.CaCertificates;

/// <summary>What a CA signed, and the signature.</summary>
/// <param name="Algorithm">Object identifier of the signature algorithm.</param>
/// <param name="NamesOneAlgorithm">
/// False when the signed part names another algorithm than stands beside the signature.
/// </param>
internal sealed record SignedContent(
    string? Algorithm, ReadOnlyMemory<byte> SignedBytes, ReadOnlyMemory<byte> Signature, bool NamesOneAlgorithm);
