// What libsodium lacks, from libcrypto.
#pragma once
#include <openssl/evp.h>
#include <openssl/hmac.h>
