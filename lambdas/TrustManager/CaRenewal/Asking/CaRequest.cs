namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>What an operator asks about a CA.</summary>
public abstract record CaRequest
{
    private CaRequest()
    {
    }

    /// <summary>What would happen, now and later?</summary>
    public sealed record Plan(DateTimeOffset At) : CaRequest;

    /// <summary>For how long is the CA's certificate valid, who knows it, and how did the last run end?</summary>
    public sealed record Status(DateTimeOffset At) : CaRequest;

    /// <summary>What was done?</summary>
    public sealed record History : CaRequest;

    /// <summary>Put the deployed CRL settings back.</summary>
    public sealed record Apply : CaRequest;

    /// <summary>The certificate is in the stores of Active Directory.</summary>
    /// <param name="Thumbprint">64 upper-case hexadecimal digits.</param>
    public sealed record Published(string Thumbprint) : CaRequest;
}
