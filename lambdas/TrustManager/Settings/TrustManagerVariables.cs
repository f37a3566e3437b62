namespace Infra.TrustManager.Settings;

/// <summary>Names that the deployment and the executable agree on; the CDK app compiles this same file.</summary>
public static class TrustManagerVariables
{
    /// <summary>
    /// Which function this is: one of the names below. Set on every function: on the managed runtime the handler must be
    /// the assembly's name, and the operator's command finds functions by this variable. Wins over the handler.
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

    /// <summary>Custom resource <c>Custom::DirectoryTrust</c>: the CA certificates of a directory.</summary>
    public const string DirectoryTrust = "DirectoryTrust";

    /// <summary>Events of EventBridge, and the operator requests that change a directory or its state.</summary>
    public const string DirectoryReconcile = "DirectoryReconcile";

    /// <summary>The operator requests about directories that change nothing; its role has no write action.</summary>
    public const string DirectoryRead = "DirectoryRead";

    /// <summary>
    /// Scheduled: watches a CA's own certificate, and reissues it where it is ours to renew; and the operator requests
    /// that change its state.
    /// </summary>
    public const string CaRenewal = "CaRenewal";

    /// <summary>The operator requests about a CA that change nothing; its role has no write action.</summary>
    public const string CaRead = "CaRead";

    /// <summary>Functions of custom resources: id of the stack whose events they accept.</summary>
    public const string ResourceStackId = "RESOURCE_STACK_ID";

    /// <summary>Functions of custom resources: logical id of the one resource whose events they accept.</summary>
    public const string ResourceLogicalId = "RESOURCE_LOGICAL_ID";

    /// <summary>DirectoryReconcile: id of its directory.</summary>
    public const string DirectoryId = "TRUST_DIRECTORY_ID";

    /// <summary>DirectoryRead: ids of its directories, separated by commas.</summary>
    public const string DirectoryIds = "TRUST_DIRECTORY_IDS";

    /// <summary>DirectoryReconcile, DirectoryRead, CaRenewal, CaRead: name of the bucket that keeps the state.</summary>
    public const string MemoryBucket = "TRUST_MEMORY_BUCKET";

    /// <summary>DirectoryReconcile: fingerprint of the properties of the directory's custom resource.</summary>
    public const string PropertiesFingerprint = "TRUST_PROPERTIES_FINGERPRINT";

    /// <summary>
    /// DirectoryRead: the same of each of its directories, in the order of their ids, separated by commas. Twenty have
    /// 1299 characters, of the 4096 bytes that Lambda allows for all variables.
    /// </summary>
    public const string PropertiesFingerprints = "TRUST_PROPERTIES_FINGERPRINTS";

    /// <summary>
    /// DirectoryReconcile, DirectoryRead: the deployment's own CA, where a source of a directory names it so.
    /// </summary>
    public const string OwnCertificateAuthorityArn = "TRUST_OWN_CA_ARN";

    /// <summary>DirectoryReconcile, CaRenewal: SNS topic for people; absent, messages are only logged.</summary>
    public const string TopicArn = "TRUST_TOPIC_ARN";

    /// <summary>CaRenewal and CaRead, as are those that follow: the CA.</summary>
    public const string CertificateAuthorityArn = "CA_ARN";

    /// <summary>
    /// The properties of the CA's <c>Custom::CaRevocation</c> as JSON; absent where the deployment gives the CA no CRL
    /// settings. They have some 500 characters, of the 4096 bytes that Lambda allows for all variables.
    /// </summary>
    public const string CaRevocationProperties = "CA_REVOCATION_PROPERTIES";

    /// <summary><c>renew</c> or <c>watch</c>, which changes nothing about the CA.</summary>
    public const string RenewalMode = "CA_RENEWAL_MODE";

    /// <summary>Days before notAfter from which the CA's certificate is reissued.</summary>
    public const string RenewBeforeDays = "CA_RENEW_BEFORE_DAYS";

    /// <summary>Validity of a reissued certificate, in years.</summary>
    public const string ValidityYears = "CA_VALIDITY_YEARS";

    /// <summary>The CA above; absent for a root.</summary>
    public const string ParentArn = "CA_PARENT_ARN";

    /// <summary>How many CAs may follow below; with a parent only, and absent for as many as today.</summary>
    public const string PathLength = "CA_PATH_LENGTH";

    /// <summary>In what a renewed certificate may differ, separated by commas; absent for nothing.</summary>
    public const string AllowChanges = "CA_ALLOW_CHANGES";

    /// <summary>Bucket from which the CA's certificate is served.</summary>
    public const string PublishBucket = "CA_PUBLISH_BUCKET";

    /// <summary>URL at which clients download the CA's certificate.</summary>
    public const string CaCertificateUrl = "CA_CERTIFICATE_URL";
}
