namespace Infra.TrustManager.CaRenewal;

/// <summary>What a scheduled run may do to the CA.</summary>
public enum RenewalMode
{
    /// <summary>Nothing: it publishes the certificate that the CA has, and notifies operators of what they have to do.</summary>
    Watch,

    /// <summary>Reissue the CA's certificate before it expires, and publish it.</summary>
    Renew,
}
