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

    /// <summary>Custom resource <c>Custom::FirstCrl</c>: makes a CA's first CRL exist.</summary>
    public const string FirstCrl = "FirstCrl";

    /// <summary>Custom resource <c>Custom::CaActivation</c>: the certificate of a subordinate CA.</summary>
    public const string CaActivation = "CaActivation";

    /// <summary>
    /// Custom resource <c>Custom::DirectoryTrust</c>: the CA certificates of a directory; scheduled runs, and what people
    /// ask of it.
    /// </summary>
    public const string DirectoryTrust = "DirectoryTrust";

    /// <summary>Scheduled: watches a CA's own certificate, and reissues it where it is ours to renew.</summary>
    public const string CaRenewal = "CaRenewal";

    /// <summary>DirectoryTrust: id of the directory that scheduled runs are about.</summary>
    public const string DirectoryId = "TRUST_DIRECTORY_ID";

    /// <summary>DirectoryTrust, CaRenewal: name of the bucket that keeps the memory.</summary>
    public const string MemoryBucket = "TRUST_MEMORY_BUCKET";

    /// <summary>DirectoryTrust, CaRenewal: SNS topic for people; absent, messages are only logged.</summary>
    public const string TopicArn = "TRUST_TOPIC_ARN";

    /// <summary>CaRenewal: the CA.</summary>
    public const string CertificateAuthorityArn = "CA_ARN";

    /// <summary>CaRenewal: <c>renew</c> or <c>watch</c>, which changes nothing.</summary>
    public const string RenewalMode = "CA_RENEWAL_MODE";

    /// <summary>CaRenewal: days before notAfter from which the CA's certificate is reissued.</summary>
    public const string RenewBeforeDays = "CA_RENEW_BEFORE_DAYS";

    /// <summary>CaRenewal: validity of a reissued certificate, in years.</summary>
    public const string ValidityYears = "CA_VALIDITY_YEARS";

    /// <summary>CaRenewal: the CA above; absent for a root.</summary>
    public const string ParentArn = "CA_PARENT_ARN";

    /// <summary>CaRenewal: how many CAs may follow below; with a parent only.</summary>
    public const string PathLength = "CA_PATH_LENGTH";

    /// <summary>CaRenewal: bucket from which the CA's certificate is served.</summary>
    public const string PublishBucket = "CA_PUBLISH_BUCKET";

    /// <summary>CaRenewal: URL at which clients download the CA's certificate.</summary>
    public const string CaCertificateUrl = "CA_CERTIFICATE_URL";
}
