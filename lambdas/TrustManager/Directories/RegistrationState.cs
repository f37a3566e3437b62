namespace Infra.TrustManager.Directories;

/// <summary>Where the registration of a certificate stands.</summary>
public enum RegistrationState
{
    Registering,

    Registered,

    RegisterFailed,

    /// <summary>On its way out, or still listed after it went: treated alike.</summary>
    Deregistering,

    DeregisterFailed,

    /// <summary>A state that this release does not know; such a certificate is left alone.</summary>
    Unknown,
}
