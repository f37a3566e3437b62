namespace Infra.TrustManager.Retrying;

/// <summary>Why a service did not do what it was asked.</summary>
public enum ServiceFailure
{
    /// <summary>What the call was about does not exist.</summary>
    NotFound,

    /// <summary>A policy does not allow the call.</summary>
    Denied,

    /// <summary>The CA's status does not allow the call.</summary>
    InvalidState,

    /// <summary>
    /// Private CA, or the caller, may not write to the CRL bucket; also seen while a bucket policy is fresh.
    /// </summary>
    BucketPermission,

    /// <summary>An earlier change of the CA is still running.</summary>
    ConcurrentModification,

    /// <summary>The answer is being made: ask again.</summary>
    InProgress,

    /// <summary>Too many calls.</summary>
    Throttled,

    /// <summary>A server error, a time-out or a lost connection: the call may have taken effect or not.</summary>
    Unavailable,

    /// <summary>The service understood the call and does not accept it.</summary>
    Rejected,

    /// <summary>The directory has this certificate registered already.</summary>
    CertificateExists,

    /// <summary>The directory holds as many certificates as it may.</summary>
    CertificateLimit,

    /// <summary>The directory still needs the certificate.</summary>
    CertificateInUse,

    /// <summary>The directory has no registered certificate that the feature could use.</summary>
    NoUsableCertificate,

    /// <summary>This kind of directory, or this Region, cannot do it.</summary>
    Unsupported,
}
