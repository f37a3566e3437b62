namespace Infra.TrustManager.Settings;

/// <summary>Names that the deployment and the executable agree on; the CDK app compiles this same file.</summary>
public static class TrustManagerVariables
{
    /// <summary>
    /// Which function this is: one of the names below. Needed on the managed runtime only, whose handler must be the
    /// assembly's name; on <c>provided.al2023</c> the handler is the function's name. Wins over the handler where set.
    /// </summary>
    public const string Function = "TRUST_MANAGER_FUNCTION";

    /// <summary>Where Lambda says what the handler is.</summary>
    public const string Handler = "_HANDLER";

    /// <summary>Custom resource <c>Custom::CaRevocation</c>: where a CA publishes its CRLs.</summary>
    public const string CaRevocation = "CaRevocation";

    /// <summary>Custom resource <c>Custom::CaActivation</c>: the certificate of a subordinate CA.</summary>
    public const string CaActivation = "CaActivation";

    /// <summary>Custom resource <c>Custom::DirectoryTrust</c>: the CA certificates of a directory.</summary>
    public const string DirectoryTrust = "DirectoryTrust";
}
