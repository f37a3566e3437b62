namespace Infra.TrustManager.Activation;

/// <summary>What a subordinate CA needs to become active.</summary>
public enum ActivationStep
{
    /// <summary>Wait until its key and CSR are made.</summary>
    AwaitCsr,

    /// <summary>Have its certificate issued by the parent, and install it.</summary>
    InstallCertificate,

    /// <summary>Switch it on.</summary>
    Enable,
}
