namespace Infra.TrustManager.CaCertificates;

/// <summary>One block of a PEM text: its label, its content and the line that it begins on.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Base64">What stands between the two boundary lines.</param>
internal sealed record PemBlock(string Label, int Line, string Base64);
