using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>LDAPS is being turned on.</summary>
public partial class EnableLDAPSResponse : AmazonWebServiceResponse;
